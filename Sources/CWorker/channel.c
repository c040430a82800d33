// Bytes between a parent that never blocks and a worker that always does.

#define _GNU_SOURCE
#include "process.h"
#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#if defined(__APPLE__)
enum { QUIETLY = 0 };
#else
enum { QUIETLY = MSG_NOSIGNAL };
#endif

static int prepare(int channel) {
#if defined(__APPLE__)
    int yes = 1;
    if (setsockopt(channel, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes) != 0) return errno;
    if (fcntl(channel, F_SETFD, FD_CLOEXEC) != 0) return errno;
#endif
    return fcntl(channel, F_SETFL, O_NONBLOCK) == 0 ? 0 : errno;
}

int32_t worker_channel(int32_t *ours, int32_t *theirs) {
    int type = SOCK_STREAM;
#if !defined(__APPLE__)
    type |= SOCK_CLOEXEC;
#endif
    int ends[2];
    if (socketpair(AF_UNIX, type, 0, ends) != 0) return errno;
    int error = prepare(ends[0]);
    if (error != 0) {
        close(ends[0]);
        close(ends[1]);
        return error;
    }
    *ours = ends[0];
    *theirs = ends[1];
    return 0;
}

void worker_close(int32_t channel) { close(channel); }

static int64_t outcome(ssize_t count) {
    if (count >= 0) return count;
    return errno == EAGAIN || errno == EWOULDBLOCK ? WORKER_LATER : WORKER_GONE;
}

int64_t worker_receive(int32_t channel, void *bytes, size_t count) {
    ssize_t got;
    do got = recv(channel, bytes, count, 0);
    while (got == -1 && errno == EINTR);
    return got == 0 ? WORKER_GONE : outcome(got);
}

int64_t worker_send(int32_t channel, const void *head, size_t head_count, const void *body,
                    size_t body_count) {
    struct iovec parts[] = {
        {.iov_base = (void *)head, .iov_len = head_count},
        {.iov_base = (void *)body, .iov_len = body_count},
    };
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t sent;
    do sent = sendmsg(channel, &message, QUIETLY);
    while (sent == -1 && errno == EINTR);
    return outcome(sent);
}

void worker_poll(worker_wait *waits, size_t count, int32_t milliseconds) {
    struct pollfd polled[WORKER_MOST];
    if (count > WORKER_MOST) count = WORKER_MOST;
    for (size_t index = 0; index < count; index++) {
        short events = waits[index].writes ? POLLIN | POLLOUT : POLLIN;
        polled[index] = (struct pollfd){.fd = waits[index].channel, .events = events};
    }
    // An interrupted wait is a short one; the caller looks at the clock anyway.
    if (poll(polled, (nfds_t)count, milliseconds) < 0) {
        for (size_t index = 0; index < count; index++) polled[index].revents = 0;
    }
    for (size_t index = 0; index < count; index++) {
        short events = polled[index].revents;
        waits[index].readable = (events & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0;
        waits[index].writable = (events & POLLOUT) != 0;
    }
}

double worker_now(void) { return process_now(); }

size_t worker_read(void *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t got = read(WORKER_CHANNEL, (char *)bytes + done, count - done);
        if (got > 0) done += (size_t)got;
        else if (got == 0 || errno != EINTR) break;
    }
    return done;
}

bool worker_write(const void *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = write(WORKER_CHANNEL, bytes, count);
        if (sent >= 0) {
            bytes = (const char *)bytes + sent;
            count -= (size_t)sent;
        } else if (errno != EINTR) return false;
    }
    return true;
}

void worker_exit(int32_t code) { _exit(code); }
