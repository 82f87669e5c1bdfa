"""The enrolments at the scuola dell’infanzia: the office, who directs, each family its own row."""

from django.urls import URLPattern, path

from selezioni_pon.enums import TipoVersione
from selezioni_pon.views.infanzia import domande, elenchi, famiglia, sezioni, versioni

RADICE = "infanzia/"
UNO = f"{RADICE}<int:pk>/"
DOMANDA = f"{RADICE}domande/<int:pk>/"
VERSIONE = f"{RADICE}versioni/<int:pk>/"
T = TipoVersione

urlpatterns: list[URLPattern] = [
    path(RADICE, elenchi.infanzia, name="infanzia"),
    path(f"{RADICE}nuovo/", elenchi.infanzia_nuovo, name="infanzia_nuovo"),
    path(f"{RADICE}figli/", famiglia.infanzia_figli, name="infanzia_figli"),
    path(UNO, elenchi.infanzia_elenco, name="infanzia_elenco"),
    path(f"{UNO}scrivi/", elenchi.infanzia_scrivi, name="infanzia_scrivi"),
    path(f"{UNO}sezioni/nuova/", sezioni.infanzia_sezione_nuova, name="infanzia_sezione_nuova"),
    path(f"{UNO}sezioni/<int:s>/", sezioni.infanzia_sezione, name="infanzia_sezione"),
    path(
        f"{UNO}sezioni/<int:s>/togli/", sezioni.infanzia_sezione_togli,
        name="infanzia_sezione_togli",
    ),
    path(f"{UNO}domande/nuova/", domande.infanzia_domanda_nuova, name="infanzia_domanda_nuova"),
    path(DOMANDA, domande.infanzia_domanda, name="infanzia_domanda"),
    path(f"{DOMANDA}scrivi/", domande.infanzia_domanda_scrivi, name="infanzia_domanda_scrivi"),
    path(f"{DOMANDA}rinuncia/", domande.infanzia_rinuncia, name="infanzia_rinuncia"),
    path(f"{UNO}sorteggio/", versioni.infanzia_sorteggio, name="infanzia_sorteggio"),
    path(
        f"{UNO}provvisorio/", versioni.infanzia_forma, {"tipo": T.PROVVISORIA},
        name="infanzia_provvisorio",
    ),
    path(
        f"{UNO}definitivo/", versioni.infanzia_forma, {"tipo": T.DEFINITIVA},
        name="infanzia_definitivo",
    ),
    path(
        f"{UNO}scorri/", versioni.infanzia_forma, {"tipo": T.SCORRIMENTO}, name="infanzia_scorri"
    ),
    path(
        f"{UNO}anticipi/", versioni.infanzia_forma, {"tipo": T.ANTICIPI}, name="infanzia_anticipi"
    ),
    path(VERSIONE, versioni.infanzia_versione, name="infanzia_versione"),
    path(f"{VERSIONE}pdf/", versioni.infanzia_pdf, name="infanzia_pdf"),
]  # fmt: skip
