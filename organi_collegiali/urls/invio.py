"""Notices: signature, sending, answers, integration, postponement."""

from django.urls import URLPattern, path

from organi_collegiali.views.invio import (
    allegati,
    carte_aggiunte,
    consegna,
    firma,
    partenza,
    scheda,
    variazioni,
)

SEDUTA = "sedute/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(SEDUTA, scheda.seduta, name="seduta"),
    path(f"{SEDUTA}rispondi/", scheda.rispondi, name="rispondi"),
    path(f"{SEDUTA}firma/", firma.firma, name="firma"),
    path(f"{SEDUTA}firma/togli/", firma.togli_firma, name="firma_togli"),
    path(f"{SEDUTA}invia/", partenza.invia, name="invia"),
    path(f"{SEDUTA}ritira/", partenza.ritira, name="avviso_ritira"),
    path(f"{SEDUTA}ristampa/", partenza.ristampa, name="avviso_ristampa"),
    path(f"{SEDUTA}integra/", variazioni.integra, name="integra"),
    path(f"{SEDUTA}rinvia/", variazioni.rinvia, name="rinvia"),
    path(f"{SEDUTA}revoca/", variazioni.revoca, name="revoca"),
    path(f"{SEDUTA}seconda/", variazioni.seconda, name="seconda"),
    path("convocati/<int:pk>/consegna/", consegna.consegna, name="consegna"),
    path("avvisi/punti/<int:pk>/allega/", carte_aggiunte.allega, name="aggiunto_allega"),
    path("avvisi/allegati/<int:pk>/togli/", carte_aggiunte.togli, name="allegato_aggiunto_togli"),
    path("allegati/<int:pk>/", allegati.allegato, name="allegato"),
]
