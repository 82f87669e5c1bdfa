"""The draft of a sitting: day, place, agenda, attachments, requests."""

from django.urls import URLPattern, path

from organi_collegiali.views.convocazione import agenda, allegati, bozza, firma, richieste

SEDUTA = "sedute/<int:pk>/prepara/"
PUNTO = "prepara/punti/<int:pk>/"
ALLEGATO = "prepara/allegati/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("<int:pk>/sedute/nuova/", bozza.nuova, name="seduta_nuova"),
    path(SEDUTA, bozza.prepara, name="prepara"),
    path(f"{SEDUTA}perche/", bozza.perche_termine, name="perche_termine"),
    path(f"{SEDUTA}numero-legale/", bozza.perche_quorum, name="perche_quorum"),
    path(f"{SEDUTA}elimina/", bozza.elimina, name="bozza_elimina"),
    path(f"{SEDUTA}riprendi/", bozza.riprendi, name="bozza_riprendi"),
    path(f"{SEDUTA}anteprima/", firma.tutto, name="anteprima"),
    path(f"{SEDUTA}firma/", firma.manda, name="manda_alla_firma"),
    path(f"{SEDUTA}punti/", agenda.aggiungi, name="punto_aggiungi"),
    path(f"{SEDUTA}ordine/", agenda.ordina, name="punti_ordine"),
    path(f"{SEDUTA}rinviati/", agenda.rinviati, name="punti_rinviati"),
    path(PUNTO, agenda.modifica, name="punto_modifica"),
    path(f"{PUNTO}sposta/", agenda.muovi, name="punto_sposta"),
    path(f"{PUNTO}togli/", agenda.togli, name="punto_togli"),
    path(f"{PUNTO}perche/", agenda.perche_punto, name="punto_perche"),
    path(f"{PUNTO}allega/", allegati.allega, name="punto_allega"),
    path(f"{ALLEGATO}deposita/", allegati.deposita, name="allegato_deposita"),
    path(f"{ALLEGATO}togli/", allegati.togli, name="allegato_togli"),
    path("<int:pk>/richieste/", richieste.elenco, name="richieste"),
    path("<int:pk>/richieste/nuova/", richieste.nuova, name="richiesta_nuova"),
    path("richieste/<int:pk>/convoca/", richieste.convoca, name="richiesta_convoca"),
    path("<int:pk>/mozioni/nuova/", richieste.mozione_nuova, name="mozione_nuova"),
    path("mozioni/<int:pk>/", richieste.mozione, name="mozione"),
    path("mozioni/<int:pk>/rispondi/", richieste.rispondi, name="mozione_rispondi"),
]
