"""The check of the applications by the commission of their call."""

from django.urls import URLPattern, path

from selezioni_pon.views.commissione import esami, punti, titoli, verifica

TUTTE = "avvisi/<int:pk>/verifica/"
UNA = f"{TUTTE}<int:invio>/"

urlpatterns: list[URLPattern] = [
    path(TUTTE, verifica.verifica, name="verifica"),
    path(UNA, verifica.domanda, name="verifica_domanda"),
    path(f"{UNA}file/<int:allegato>/", verifica.file, name="verifica_file"),
    path(f"{UNA}perche/", verifica.perche, name="verifica_perche"),
    path(f"{UNA}punti/<int:posto>/", punti.miei, name="verifica_punti"),
    path(f"{UNA}accordo/<int:posto>/", punti.accordo, name="verifica_accordo"),
    path(f"{UNA}chiudi/", esami.chiudi, name="verifica_chiudi"),
    path(f"{UNA}escludi/", esami.escludi, name="verifica_escludi"),
    path(f"{UNA}riapri/", esami.riapri, name="verifica_riapri"),
    path(f"{TUTTE}titoli/<int:titolo>/", titoli.decide, name="verifica_titolo"),
]
