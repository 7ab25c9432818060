"""Write to us: the form, what keeps machines out without a cookie, and the e-mail to staff."""
