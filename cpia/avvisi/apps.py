from django.apps import AppConfig


class AvvisiConfig(AppConfig):
    name = "cpia.avvisi"
    verbose_name = "Avvisi"
    default_auto_field = "django.db.models.BigAutoField"
