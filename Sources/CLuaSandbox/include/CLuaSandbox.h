#pragma once
int sandbox_version(void);
