from django.core.wsgi import get_wsgi_application

from common.server.bodies import read_bodies

application = read_bodies(get_wsgi_application())
