from django.apps import AppConfig


class OrganiCollegialiConfig(AppConfig):
    name = "organi_collegiali"
    verbose_name = "Organi collegiali"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app describes and who may read its papers."""
        from organi_collegiali.storie import registra as registra_storie

        registra_storie()
