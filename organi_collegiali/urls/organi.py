"""Organs, members, elections."""

from django.urls import URLPattern, path

from organi_collegiali.views.organi import elezioni, mandati, organi, pagine

MANDATO = "mandati/<int:pk>/"
ELEZIONE = "elezioni/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("", pagine.elenco, name="elenco"),
    path("nuovo/", organi.nuovo, name="nuovo"),
    path("<int:pk>/", pagine.organo, name="organo"),
    path("<int:pk>/modifica/", organi.modifica, name="modifica"),
    path("<int:pk>/rinnova/", organi.rinnova, name="rinnova"),
    path("<int:pk>/allinea/", pagine.allinea, name="allinea"),
    path("<int:pk>/mandati/nuovo/", mandati.nuovo, name="mandato_nuovo"),
    path(f"{MANDATO}cessa/", mandati.cessa, name="mandato_cessa"),
    path(f"{MANDATO}decadenza/", mandati.decadenza, name="mandato_decadenza"),
    path(f"{MANDATO}carica/", mandati.carica, name="mandato_carica"),
    path(f"{MANDATO}subentro/", mandati.subentro, name="subentro"),
    path("<int:pk>/elezioni/nuova/", elezioni.nuova, name="elezione_nuova"),
    path(ELEZIONE, elezioni.elezione, name="elezione"),
    path(f"{ELEZIONE}esito/", elezioni.esito, name="elezione_esito"),
    path(f"{ELEZIONE}candidato/", elezioni.candidato, name="candidato"),
    path(f"{ELEZIONE}proclama/", elezioni.proclama, name="elezione_proclama"),
]
