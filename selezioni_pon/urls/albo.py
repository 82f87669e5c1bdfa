"""The register of experts: kept by the school, asked for by who is of outside, told of calls."""

from django.urls import URLPattern, path

from selezioni_pon.views.albo_esperti import avvisare, propria, ufficio

RADICE = "albo-esperti/"
UNA = f"{RADICE}<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(RADICE, ufficio.albo_esperti, name="albo_esperti"),
    path(f"{RADICE}sportello/", ufficio.albo_sportello, name="albo_sportello"),
    path(f"{RADICE}mio/", propria.albo_mio, name="albo_mio"),
    path(f"{RADICE}chiedi/", propria.albo_chiedi, name="albo_chiedi"),
    path(UNA, propria.albo_iscrizione, name="albo_iscrizione"),
    path(f"{UNA}iscrivi/", ufficio.albo_iscrivi, name="albo_iscrivi"),
    path(f"{UNA}rifiuta/", ufficio.albo_rifiuta, name="albo_rifiuta"),
    path(f"{UNA}cancella/", ufficio.albo_cancella, name="albo_cancella"),
    path(f"{UNA}lascia/", propria.albo_rinuncia, name="albo_rinuncia"),
    path("avvisi/<int:pk>/esperti/", avvisare.albo_avverti, name="albo_avverti"),
]
