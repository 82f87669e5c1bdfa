"""A procedure and the acts on it."""

from django.urls import URLPattern, path

from bonus_merito.views import atti_procedura, procedure

PROCEDURA = "procedure/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("procedure/nuova/", procedure.nuova, name="procedura_nuova"),
    path(PROCEDURA, procedure.procedura, name="procedura"),
    path(f"{PROCEDURA}perche/", procedure.perche, name="procedura_perche"),
    path(f"{PROCEDURA}apri/", atti_procedura.apri, name="procedura_apri"),
    path(f"{PROCEDURA}proroga/", atti_procedura.proroga, name="procedura_proroga"),
    path(f"{PROCEDURA}chiudi/", atti_procedura.chiudi, name="procedura_chiudi"),
    path(f"{PROCEDURA}d-ufficio/", atti_procedura.d_ufficio, name="procedura_d_ufficio"),
    path(f"{PROCEDURA}in-servizio/", atti_procedura.in_servizio, name="procedura_in_servizio"),
    path(f"{PROCEDURA}annulla/", atti_procedura.annulla, name="procedura_annulla"),
]
