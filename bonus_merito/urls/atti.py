"""Decree, publication, own outcome, complaints, end."""

from django.urls import URLPattern, path

from bonus_merito.views.atti import chiusura, decreto, esito, istanze, pubblicazione

PROCEDURA = "procedure/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(f"{PROCEDURA}decreto/", decreto.decreto, name="decreto"),
    path(f"{PROCEDURA}decreto/ristampa/", decreto.ristampa, name="decreto_ristampa"),
    path(f"{PROCEDURA}decreto/annulla/", chiusura.annulla, name="decreto_annulla"),
    path(f"{PROCEDURA}rettifica/", chiusura.rettifica, name="rettifica"),
    path(f"{PROCEDURA}pubblicazione/", pubblicazione.pubblicazione, name="pubblicazione"),
    path(f"{PROCEDURA}pubblica/", pubblicazione.pubblica, name="pubblica"),
    path(f"{PROCEDURA}archivia/", chiusura.archivio, name="archivia"),
    path(f"{PROCEDURA}esito/", esito.esito, name="esito"),
    path(f"{PROCEDURA}esito/perche/", esito.perche, name="esito_perche"),
    path(f"{PROCEDURA}istanze/", istanze.istanze, name="istanze"),
    path(f"{PROCEDURA}istanze/nuova/", istanze.nuova, name="istanza_nuova"),
    path("istanze/<int:pk>/", istanze.istanza, name="istanza"),
]
