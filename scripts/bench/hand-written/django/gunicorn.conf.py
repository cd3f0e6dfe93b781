import os

bind = f"127.0.0.1:{os.environ['PORT']}"
worker_class = "gthread"
threads = 16
keepalive = 5
limit_request_line = 8190
control_socket_disable = True
loglevel = "warning"
