local expect = require "expect"

return {
  -- FIPS 180-4's own examples, and lengths around a block's end.
  ["sha256"] = function()
    expect.equal(hash.sha256 "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    expect.equal(hash.sha256 "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    expect.equal(hash.sha256 "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    expect.equal(hash.sha256(("a"):rep(1000000)),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    expect.equal(hash.sha256(("\0"):rep(64)),
      "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
  end,
  -- As Python's uuid.uuid5 makes them.
  ["uuid"] = function()
    expect.equal(hash.uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
      "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    expect.equal(hash.uuid("perilune", "a.md#FR-1"), "035bf3ce-bbda-5640-936a-1a653c36281b")
    expect.equal(hash.uuid("6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "a"),
      hash.uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a"))
  end,
}
