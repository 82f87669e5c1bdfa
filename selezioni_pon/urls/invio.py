"""Applications: signed, sent, taken back, filled from earlier ones; read when they were sent."""

from django.urls import URLPattern, path

from selezioni_pon.views.candidature import copia, domande, inviate, invio, mie, ritiro

UNA = "candidature/<int:pk>/"
INVIATA = "domande/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("candidature/", mie.mie, name="mie"),
    path("candidature/titoli/", mie.portafoglio, name="portafoglio"),
    path(f"{UNA}invia/", invio.candidatura_invia, name="candidatura_invia"),
    path(f"{UNA}foglio/", invio.candidatura_foglio, name="candidatura_foglio"),
    path(f"{UNA}firmata/", invio.candidatura_firmata, name="candidatura_firmata"),
    path(f"{UNA}identita/", invio.candidatura_identita, name="candidatura_identita"),
    path(f"{UNA}ritira/", ritiro.candidatura_ritira, name="candidatura_ritira"),
    path(f"{UNA}copia/", copia.candidatura_copia, name="candidatura_copia"),
    path("avvisi/<int:pk>/domande/", domande.avviso_domande, name="avviso_domande"),
    path(INVIATA, inviate.inviata, name="inviata"),
    path(f"{INVIATA}ricevuta/", inviate.inviata_ricevuta, name="inviata_ricevuta"),
    path("domande/allegati/<int:pk>/", inviate.inviata_file, name="inviata_file"),
]
