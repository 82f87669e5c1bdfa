"""People of outside: the public pages, and the list of the office."""

from django.urls import URLPattern, path

from selezioni_pon.views.esterni import pubbliche, ufficio

UNO = "candidati/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("esterni/", pubbliche.esterni, name="esterni"),
    path("esterni/registrati/", pubbliche.esterni_registrati, name="esterni_registrati"),
    path("esterni/scritto/", pubbliche.esterni_scritto, name="esterni_scritto"),
    path("esterni/conferma/<str:codice>/", pubbliche.esterni_conferma, name="esterni_conferma"),
    path("candidati/", ufficio.candidati, name="candidati"),
    path("candidati/nuovo/", ufficio.candidato_nuovo, name="candidato_nuovo"),
    path(f"{UNO}invita/", ufficio.candidato_invita, name="candidato_invita"),
    path(f"{UNO}chiudi/", ufficio.candidato_chiudi, name="candidato_chiudi"),
]
