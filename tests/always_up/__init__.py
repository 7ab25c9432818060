"""
The site as it runs in production: nginx, gunicorn, PostgreSQL and Redis, all real, on loopback.

These tests are a pass of their own: the servers are the test's, whatever DATABASE_URL says.
"""
