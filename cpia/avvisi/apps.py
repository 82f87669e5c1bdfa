from django.apps import AppConfig


class AvvisiConfig(AppConfig):
    name = "cpia.avvisi"
    verbose_name = "Avvisi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lend to the ground what it may not import; check the reminders of the direction."""
        from cpia.atti.storie import registra_parole
        from cpia.avvisi.circolari import registrazioni as circolari
        from cpia.avvisi.glossario import AZIONI, CAMPI
        from cpia.avvisi.queries import ultimo_lavoro
        from cpia.avvisi.registri import registra_controllo
        from cpia.avvisi.services import accoda
        from cpia.avvisi.services.solleciti import ancora_dovuto
        from cpia.avvisi.svolgimento import svolgi
        from cpia.scuola.registri import presta

        presta(accoda=accoda, svolgi=svolgi, ultimo_lavoro=ultimo_lavoro)
        circolari.registra()
        registra_controllo("solleciti", ancora_dovuto)
        registra_parole(azioni=AZIONI, campi=CAMPI)
