-- expect: killed-by-limit
::again::
goto again
