from django.apps import AppConfig


class PortaleConfig(AppConfig):
    name = "cpia.portale"
    verbose_name = "Portale"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Speak to the register for the apps below it, which do not know it."""
        from cpia.avvisi.registri import registra_controllo
        from cpia.portale.istituto_pubblico.services import ancora_dovuta
        from cpia.portale.storie import registra

        registra_controllo("portale", ancora_dovuta)
        registra()
