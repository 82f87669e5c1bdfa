"""Agreements shared by two institutes, and the Commission of the network."""

from django.urls import URLPattern, path

from patto_formativo.views.condivisi import commissione, elenco, mostra, pagina

CONDIVISO = "condivisi/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("condivisi/", elenco.condivisi, name="condivisi"),
    path("condivisi/perche/", elenco.perche, name="condivisi_perche"),
    path(CONDIVISO, pagina.condiviso, name="condiviso"),
    path(f"{CONDIVISO}risposta/", pagina.rispondi, name="condiviso_risposta"),
    path(f"{CONDIVISO}ritira/", mostra.ritira, name="condiviso_ritira"),
    path("versioni/<int:pk>/condividi/", mostra.condividi, name="condividi"),
    path("commissione/", commissione.commissione, name="commissione"),
    path("commissione/perche/", commissione.perche, name="commissione_perche"),
]
