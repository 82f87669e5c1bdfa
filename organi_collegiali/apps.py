from django.apps import AppConfig


class OrganiCollegialiConfig(AppConfig):
    name = "organi_collegiali"
    verbose_name = "Organi collegiali"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the storeys below how this app reminds, describes, and who may read its papers."""
        from cpia.atti.registri import registra_caricati, registra_lettore
        from cpia.avvisi import registri as avvisi
        from cpia.avvisi.services import dovere_aperto
        from organi_collegiali.access.delibere import puo_leggere_estratto
        from organi_collegiali.access.invio import puo_leggere_avviso
        from organi_collegiali.access.verbali import puo_leggere_carta
        from organi_collegiali.azioni import azioni
        from organi_collegiali.documents import delibere, verbali
        from organi_collegiali.documents.avvisi import TIPO, TIPO_INTEGRALE
        from organi_collegiali.models import Allegato, AllegatoAggiunto
        from organi_collegiali.queries.scrivania import descrive, riassunto
        from organi_collegiali.services.convocazione import uscita_raccolte
        from organi_collegiali.services.invio import uscita_avvisi
        from organi_collegiali.services.promemoria import pianifica
        from organi_collegiali.services.verbali import uscita_verbali
        from organi_collegiali.storie import registra as registra_storie

        avvisi.registra(
            "organi_collegiali",
            pianifica=pianifica,
            ancora_dovuto=dovere_aperto,
            descrive=descrive,
        )
        avvisi.registra_azioni("organi_collegiali", azioni)
        avvisi.registra_riassunto("organi_collegiali", riassunto)
        avvisi.registra_controllo(uscita_avvisi.PREFISSO, uscita_avvisi.ancora_dovuto)
        avvisi.registra_controllo(uscita_verbali.PREFISSO, uscita_verbali.ancora_dovuto)
        avvisi.registra_controllo(uscita_raccolte.PREFISSO, uscita_raccolte.ancora_dovuto)
        avvisi.registra_allegati(uscita_avvisi.PREFISSO, uscita_avvisi.allegati)
        for tipo in (TIPO, TIPO_INTEGRALE):
            registra_lettore(tipo, puo_leggere_avviso)
        for tipo in (verbali.TIPO_INTEGRALE, verbali.TIPO_OMISSIS):
            registra_lettore(tipo, puo_leggere_carta)
        registra_lettore(delibere.TIPO, puo_leggere_estratto)
        registra_caricati(Allegato, AllegatoAggiunto)
        registra_storie()
