"""The calls, and the projects for which they are made."""

from django.urls import URLPattern, path

from selezioni_pon.views import elenco, progetti
from selezioni_pon.views.avvisi import atti, lettura, scrittura, successivo

UNO = "avvisi/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("", elenco.elenco, name="elenco"),
    path("progetti/", progetti.progetti, name="progetti"),
    path("progetti/nuovo/", progetti.progetto_nuovo, name="progetto_nuovo"),
    path("progetti/<int:pk>/", progetti.progetto, name="progetto"),
    path("nuova/", scrittura.nuova, name="nuova"),
    path(UNO, lettura.avviso, name="avviso"),
    path(f"{UNO}scrivi/", scrittura.avviso_scrivi, name="avviso_scrivi"),
    path(f"{UNO}controllo/", scrittura.avviso_controllo, name="avviso_controllo"),
    path(f"{UNO}elimina/", scrittura.avviso_elimina, name="avviso_elimina"),
    path(f"{UNO}pubblica/", atti.avviso_pubblica, name="avviso_pubblica"),
    path(f"{UNO}revoca/", atti.avviso_revoca, name="avviso_revoca"),
    path(f"{UNO}impossibilita/", atti.avviso_impossibilita, name="avviso_impossibilita"),
    path(f"{UNO}successivo/", successivo.avviso_successivo, name="avviso_successivo"),
    path(f"{UNO}pdf/", lettura.avviso_pdf, name="avviso_pdf"),
]
