io.open("/etc/passwd")
return {}
