from django.apps import AppConfig


class SelezioniPonConfig(AppConfig):
    name = "selezioni_pon"
    verbose_name = "Selezioni"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from cpia.atti.registri import registra_lettore
        from cpia.avvisi import registri as avvisi
        from selezioni_pon.access.carte import puo_leggere
        from selezioni_pon.documents import avviso
        from selezioni_pon.queries.scrivania import chi_ne_risente, descrive, riassunto
        from selezioni_pon.services.avvisi import inviti
        from selezioni_pon.services.promemoria import APP, ancora_dovuto, pianifica
        from selezioni_pon.storie import registra as registra_storie

        avvisi.registra(APP, pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive)
        avvisi.registra_riassunto(APP, riassunto)
        avvisi.registra_conseguenze(APP, chi_ne_risente)
        avvisi.registra_controllo(inviti.PREFISSO, inviti.ancora_dovuto)
        registra_lettore(avviso.TIPO, puo_leggere)
        registra_storie()
