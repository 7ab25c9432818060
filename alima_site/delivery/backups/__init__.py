"""
A backup: every row and every picture of the site in one ZIP file, written and read as a stream.

`rows/<app>.<model>.jsonl` holds a row a line as Django serialises it, `media/…` the files, and
`contents.json` what there must be of each. The comment at the end is the SHA-256 of all bytes
before it: a changed byte, or an end that is missing, is noticed before anything is used.
"""
