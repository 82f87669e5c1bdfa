"""The draft of a sitting: day, place, agenda, attachments, requests."""

from django.urls import URLPattern, path

from organi_collegiali.views.convocazione import (
    agenda,
    allegati,
    bozza,
    carte,
    firma,
    invitati,
    raccolte,
    richieste,
)

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
    path(f"{SEDUTA}bozza.pdf", carte.pdf, name="bozza_pdf"),
    path(f"{SEDUTA}email/", carte.email, name="bozza_email"),
    path(f"{SEDUTA}evento.ics", carte.evento, name="bozza_evento"),
    path(f"{SEDUTA}invita/", invitati.nuovo, name="invita"),
    path("prepara/invitati/<int:pk>/togli/", invitati.togli, name="invito_togli"),
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
    path("<int:pk>/richieste/firme/", raccolte.nuova, name="raccolta_nuova"),
    path("richieste/firme/<int:pk>/", raccolte.raccolta, name="raccolta"),
    path("richieste/firme/<int:pk>/firma/", raccolte.firma, name="raccolta_firma"),
    path("richieste/firme/<int:pk>/togli/", raccolte.togli_firma, name="raccolta_togli_firma"),
    path("richieste/firme/<int:pk>/ritira/", raccolte.ritira, name="raccolta_ritira"),
    path("<int:pk>/mozioni/nuova/", richieste.mozione_nuova, name="mozione_nuova"),
    path("mozioni/<int:pk>/", richieste.mozione, name="mozione"),
    path("mozioni/<int:pk>/rispondi/", richieste.rispondi, name="mozione_rispondi"),
]
