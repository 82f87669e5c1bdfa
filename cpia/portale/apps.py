from django.apps import AppConfig


class PortaleConfig(AppConfig):
    name = "cpia.portale"
    verbose_name = "Portale"
    default_auto_field = "django.db.models.BigAutoField"
