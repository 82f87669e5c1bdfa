"""Addresses of the certification of competences, inside those of an institute."""

from django.urls import path

from competenze.views import celle, copia, elenco, inserimenti, rilevazioni, schede, stampe
from competenze.views.classi import atti, motivi, perche, quadro

app_name = "competenze"
urlpatterns = [
    path("", elenco.elenco, name="elenco"),
    path("inserimenti/<int:pk>/", inserimenti.griglia, name="inserimento"),
    path("inserimenti/<int:pk>/celle/", celle.celle, name="celle"),
    path("inserimenti/<int:pk>/incolla/", celle.incolla, name="incolla"),
    path("inserimenti/<int:pk>/livelli/", inserimenti.livelli, name="livelli_inserimento"),
    path("inserimenti/<int:pk>/perche/", inserimenti.perche_termine, name="perche_termine"),
    path("inserimenti/<int:pk>/registra/", inserimenti.registra, name="registra_inserimento"),
    path("inserimenti/<int:pk>/storia/", inserimenti.storia, name="storia_inserimento"),
    path("inserimenti/<int:pk>/studenti/", schede.studenti, name="studenti"),
    path("inserimenti/<int:pk>/studenti/<int:iscrizione>/", schede.scheda, name="scheda"),
    path("rilevazioni/nuova/", rilevazioni.nuova, name="rilevazione_nuova"),
    path("rilevazioni/<int:pk>/", rilevazioni.rilevazione, name="rilevazione"),
    path("rilevazioni/<int:pk>/modifica/", rilevazioni.modifica, name="rilevazione_modifica"),
    path("rilevazioni/<int:pk>/calendario/", rilevazioni.calendario, name="calendario"),
    path(
        "rilevazioni/<int:pk>/abbinamenti/<int:corso_id>/",
        rilevazioni.abbinamenti,
        name="abbinamenti",
    ),
    path("rilevazioni/<int:pk>/apri/", rilevazioni.apri, name="rilevazione_apri"),
    path("rilevazioni/<int:pk>/copia/", copia.copia, name="rilevazione_copia"),
    path("rilevazioni/<int:pk>/allinea/", rilevazioni.allinea, name="rilevazione_allinea"),
    path(
        "rilevazioni/<int:pk>/chiudi/",
        rilevazioni.cambia_stato,
        {"atto": "chiudi"},
        name="rilevazione_chiudi",
    ),
    path(
        "rilevazioni/<int:pk>/riapri/",
        rilevazioni.cambia_stato,
        {"atto": "riapri"},
        name="rilevazione_riapri",
    ),
    path("classi/<int:pk>/stampe/", stampe.stampe, name="stampe"),
    path("classi/<int:pk>/stampe/certifica/", stampe.certifica, name="certifica"),
    path("classi/<int:pk>/stampe/righe/", stampe.righe_libere, name="righe_libere"),
    path("classi/<int:pk>/stampe/ristampa/", stampe.ristampa, name="ristampa"),
    path("classi/<int:pk>/stampe/annulla/", stampe.annulla, name="certificati_annulla"),
    path("classi/<int:pk>/stampe/tabellone/", stampe.tabellone, name="tabellone"),
    path("classi/<int:pk>/stampe/scheda.csv", stampe.scheda, {"formato": "csv"}, name="scheda_csv"),
    path(
        "classi/<int:pk>/stampe/scheda.xlsx", stampe.scheda, {"formato": "xlsx"}, name="scheda_xlsx"
    ),
    path("classi/<int:pk>/", quadro.quadro, name="quadro"),
    path("classi/<int:pk>/perche/", perche.perche, name="perche"),
    path("classi/<int:pk>/perche/storia/", perche.storia, name="perche_storia"),
    path("classi/<int:pk>/perche/termine/", perche.perche_termine, name="perche_termine_classe"),
    path("classi/<int:pk>/sollecita/", atti.sollecita, name="sollecita"),
    path("classi/<int:pk>/decidi/", atti.decidi, name="decidi"),
    path("classi/<int:pk>/media/", atti.torna_alla_media, name="torna_alla_media"),
    path("classi/<int:pk>/delibera/", atti.delibera, name="delibera"),
    path("classi/<int:pk>/congela/", atti.congela, name="congela"),
    path("classi/<int:pk>/riapri/", motivi.riapri_classe, name="riapri_classe"),
    path("classi/<int:pk>/<int:inserimento>/manca/", motivi.mancanza, name="motivo_mancanza"),
    path("classi/<int:pk>/<int:inserimento>/attendi/", motivi.attendi, name="attendi"),
    path(
        "classi/<int:pk>/<int:inserimento>/riapri/",
        motivi.riapri_disciplina,
        name="riapri_disciplina",
    ),
]
