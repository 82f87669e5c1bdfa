"""The own request, its activities and evidence; the preconditions."""

from django.urls import URLPattern, path

from bonus_merito.views import attivita, prove, requisiti, richieste

MIA = "procedure/<int:pk>/mia/"
RICHIESTA = "richieste/<int:pk>/"
ATTIVITA = "attivita/<int:pk>/"
PROVA = "prove/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(MIA, richieste.mia, name="mia"),
    path(f"{MIA}comincia/", richieste.comincia, name="mia_comincia"),
    path(f"{MIA}gruppo/", richieste.gruppo, name="mia_gruppo"),
    path(f"{MIA}invia/", richieste.invia, name="mia_invia"),
    path(f"{MIA}riprendi/", richieste.riapri, name="mia_riapri"),
    path(f"{MIA}ritira/", richieste.ritira, name="mia_ritira"),
    path(f"{RICHIESTA}attivita/nuova/", attivita.nuova, name="attivita_nuova"),
    path(ATTIVITA, attivita.attivita, name="attivita"),
    path(f"{ATTIVITA}togli/", attivita.togli, name="attivita_togli"),
    path(f"{ATTIVITA}prove/", prove.aggiungi, name="prova_nuova"),
    path(f"{ATTIVITA}atti/", prove.atti, name="atti_citabili"),
    path(f"{ATTIVITA}cita/", prove.cita, name="atto_cita"),
    path(f"{PROVA}togli/", prove.togli, name="prova_togli"),
    path(f"{PROVA}file/", prove.file, name="prova_file"),
    path("procedure/<int:pk>/requisiti/", requisiti.elenco, name="requisiti"),
    path(f"{RICHIESTA}requisiti/", requisiti.persona, name="requisiti_persona"),
    path(f"{RICHIESTA}requisiti/prova/", requisiti.prova, name="requisiti_prova"),
    path(f"{RICHIESTA}requisiti/perche/", requisiti.perche, name="requisiti_perche"),
]
