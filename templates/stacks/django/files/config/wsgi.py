from django.core.wsgi import get_wsgi_application

from common.server.reception import Reception

application = Reception(get_wsgi_application())
