from django.apps import AppConfig


class BonusMeritoConfig(AppConfig):
    name = "bonus_merito"
    verbose_name = "Bonus premiale"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from bonus_merito.access.carte import puo_leggere
        from bonus_merito.azioni import azioni
        from bonus_merito.documents import (
            criteri,
            decreto,
            lettera,
            prospetto,
            richiesta,
            risposta,
        )
        from bonus_merito.models import Prova
        from bonus_merito.queries.scrivania import chi_ne_risente, descrive, riassunto
        from bonus_merito.services.procedure import avvisi as inviti
        from bonus_merito.services.promemoria import APP, ancora_dovuto, pianifica
        from bonus_merito.storie import registra as registra_storie
        from cpia.atti.registri import registra_caricati, registra_lettore
        from cpia.avvisi import registri as avvisi

        avvisi.registra(APP, pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive)
        avvisi.registra_azioni(APP, azioni)
        avvisi.registra_riassunto(APP, riassunto)
        avvisi.registra_conseguenze(APP, chi_ne_risente)
        avvisi.registra_controllo(inviti.PREFISSO, inviti.ancora_dovuto)
        for carta in (criteri, decreto, lettera, prospetto, richiesta, risposta):
            registra_lettore(carta.TIPO, puo_leggere)
        registra_caricati(Prova)
        registra_storie()
