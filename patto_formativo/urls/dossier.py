"""The dossier, the credits, the certificate."""

from django.urls import URLPattern, path

from patto_formativo.views.dossier import (
    certificato,
    crediti,
    evidenze,
    mie,
    pagina,
    valutazione,
)

DOSSIER = "corsisti/<int:pk>/dossier/"
CREDITI = "corsisti/<int:pk>/crediti/"
EVIDENZA = "evidenze/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(DOSSIER, pagina.dossier, name="dossier"),
    path(f"{DOSSIER}chiedi/", pagina.chiedi, name="dossier_chiedi"),
    path(f"{DOSSIER}concludi/", pagina.chiudi, name="dossier_chiudi"),
    path(f"{DOSSIER}riapri/", pagina.riapri, name="dossier_riapri"),
    path(f"{DOSSIER}evidenze/nuova/", evidenze.nuova, name="evidenza_nuova"),
    path(f"{DOSSIER}certifica/", certificato.certifica, name="dossier_certifica"),
    path(CREDITI, crediti.crediti, name="crediti"),
    path(f"{CREDITI}prova/", crediti.prova, name="crediti_prova"),
    path(f"{CREDITI}perche/", crediti.perche, name="crediti_perche"),
    path(EVIDENZA, evidenze.evidenza, name="evidenza"),
    path(f"{EVIDENZA}sposta/", evidenze.sposta, name="evidenza_sposta"),
    path(f"{EVIDENZA}togli/", evidenze.togli, name="evidenza_togli"),
    path(f"{EVIDENZA}file/", evidenze.file, name="evidenza_file"),
    path(f"{EVIDENZA}valuta/", valutazione.valuta, name="evidenza_valuta"),
    path("mio/<int:pk>/documenti/", mie.evidenza_mia, name="evidenza_mia"),
    path("mio/<int:pk>/documenti/chiedo/", mie.chiedo, name="mia_richiesta"),
    path("mio/documenti/<int:pk>/togli/", mie.ritira, name="evidenza_mia_togli"),
]
