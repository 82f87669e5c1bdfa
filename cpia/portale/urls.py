from django.urls import path

from cpia.portale.istituto import views as istituto
from cpia.portale.istituto_pubblico import views as sito
from cpia.portale.views import guida, ricerca, segreteria, simulatore

urlpatterns = [
    path("", sito.istituto, name="istituto"),
    path("privacy/", sito.privacy, name="privacy"),
    path("accessibilita/", sito.accessibilita, name="accessibilita"),
    path("note-legali/", sito.note_legali, name="note_legali"),
    path("segnala/", sito.segnala, name="segnala"),
    path("segreteria/", segreteria.segreteria, name="segreteria"),
    path("cerca/", ricerca.cerca, name="cerca"),
    path("scrivania/istituto/", istituto.stato_istituto, name="stato_istituto"),
    path("scrivania/istituto/perche/", istituto.istituto_perche, name="istituto_perche"),
    path("scrivania/istituto/ritira/", istituto.istituto_ritira, name="istituto_ritira"),
    path("scrivania/istituto/scadenze/", istituto.scadenze_istituto, name="scadenze_istituto"),
    path("scrivania/istituto/sollecita/", istituto.istituto_sollecita, name="istituto_sollecita"),
    path("simulatore/", simulatore.simulatore, name="simulatore"),
    path("aiuto/", guida.guida, name="guida"),
    path("aiuto/<slug:pagina>/", guida.guida_pagina, name="guida_pagina"),
]
