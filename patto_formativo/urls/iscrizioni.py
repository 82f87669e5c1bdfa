"""Enrolment: the public page, applications, papers, fee, what is offered in a year."""

from django.urls import URLPattern, path

from patto_formativo.views.iscrizioni import (
    anno,
    atti,
    carte,
    correggi,
    domande,
    pubbliche,
    quadri,
    ricevute,
)

urlpatterns: list[URLPattern] = [
    path("iscriviti/", pubbliche.iscriviti, name="iscriviti"),
    path("iscriviti/ricevuta/<str:chiave>/", ricevute.ricevuta, name="ricevuta"),
    path("iscriviti/ricevuta/<str:chiave>/pdf/", ricevute.ricevuta_pdf, name="ricevuta_pdf"),
    path("iscriviti/segui/", ricevute.segui, name="segui"),
    path("iscriviti/segui/pdf/", ricevute.segui_pdf, name="segui_pdf"),
    path("domande/", domande.elenco, name="domande"),
    path("domande/nuova/", domande.nuova, name="domanda_nuova"),
    path("domande/soggiorno/", domande.scadenze, name="soggiorno"),
    path("domande/<int:pk>/", domande.domanda, name="domanda"),
    path("domande/<int:pk>/perche/", domande.perche, name="domanda_perche"),
    path("domande/<int:pk>/correggi/", correggi.correggi, name="domanda_correggi"),
    path("domande/<int:pk>/stampa/", correggi.stampa, name="domanda_stampa"),
    path("domande/<int:pk>/accogli/", atti.accogli, name="domanda_accogli"),
    path("domande/<int:pk>/respingi/", atti.respingi, name="domanda_respingi"),
    path("domande/<int:pk>/rinuncia/", atti.rinuncia, name="domanda_rinuncia"),
    path("domande/<int:pk>/quota/", atti.quota, name="domanda_quota"),
    path("domande/<int:pk>/credenziali/", atti.credenziali, name="domanda_credenziali"),
    path("domande/<int:pk>/carte/nuova/", carte.nuova, name="carta_nuova"),
    path("domande/carte/<int:pk>/", carte.carta, name="carta"),
    path("domande/carte/<int:pk>/verifica/", carte.verifica, name="carta_verifica"),
    path("iscrizioni/", anno.pagina, name="iscrizioni"),
    path("iscrizioni/copia/", anno.copia, name="anno_copia"),
    path("iscrizioni/apertura/", anno.apertura, name="apertura"),
    path("iscrizioni/offerte/nuova/", anno.offerta_nuova, name="offerta_nuova"),
    path("iscrizioni/offerte/<int:pk>/", anno.offerta, name="offerta"),
    path("iscrizioni/offerte/<int:pk>/togli/", anno.offerta_togli, name="offerta_togli"),
    path("iscrizioni/quadri/nuovo/", quadri.nuovo, name="quadro_nuovo"),
    path("iscrizioni/quadri/<int:pk>/", quadri.quadro, name="quadro"),
    path("iscrizioni/quadri/<int:pk>/ore/", quadri.ore, name="quadro_ore"),
    path("iscrizioni/quadri/<int:pk>/unita/nuova/", quadri.unita_nuova, name="unita_nuova"),
    path("iscrizioni/unita/<int:pk>/", quadri.unita, name="unita"),
    path("iscrizioni/unita/<int:pk>/togli/", quadri.unita_togli, name="unita_togli"),
]
