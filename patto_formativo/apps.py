from django.apps import AppConfig


class PattoFormativoConfig(AppConfig):
    name = "patto_formativo"
    verbose_name = "Patto formativo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from cpia.atti.registri import registra_caricati, registra_lettore
        from cpia.avvisi import registri as avvisi
        from patto_formativo.access import dossier, frequenza, iscrizioni, patti
        from patto_formativo.azioni import azioni
        from patto_formativo.documents import certificato, domanda, patto
        from patto_formativo.documents import dossier as libretto
        from patto_formativo.documents.frequenza import TIPO_AVVISO, TIPO_DECRETO
        from patto_formativo.models import Carta, Evidenza
        from patto_formativo.queries.scrivania import (
            chi_ne_risente,
            descrive,
            grafici,
            riassunto,
        )
        from patto_formativo.services import condivisi
        from patto_formativo.services.frequenza import carte
        from patto_formativo.services.iscrizioni import ricevuta
        from patto_formativo.services.promemoria import APP, ancora_dovuto, pianifica
        from patto_formativo.storie import registra as registra_storie

        avvisi.registra(APP, pianifica=pianifica, ancora_dovuto=ancora_dovuto, descrive=descrive)
        avvisi.registra_azioni(APP, azioni)
        avvisi.registra_riassunto(APP, riassunto)
        avvisi.registra_grafici(APP, grafici)
        avvisi.registra_conseguenze(APP, chi_ne_risente)
        avvisi.registra_controllo(condivisi.PREFISSO, condivisi.ancora_dovuto)
        avvisi.registra_controllo(carte.PREFISSO, carte.ancora_dovuto)
        avvisi.registra_controllo(ricevuta.PREFISSO, ricevuta.ancora_dovuta)
        for tipo in (certificato.TIPO, libretto.TIPO):
            registra_lettore(tipo, dossier.puo_leggere_carta)
        registra_lettore(patto.TIPO, patti.puo_leggere)
        registra_lettore(domanda.TIPO, iscrizioni.puo_leggere_carta)
        for tipo in (TIPO_AVVISO, TIPO_DECRETO):
            registra_lettore(tipo, frequenza.puo_leggere_carta)
        registra_caricati(Carta)
        registra_caricati(Evidenza)
        registra_storie()
