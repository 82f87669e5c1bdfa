"""The funzioni strumentali: prepared, asked for, examined, given; reports."""

from django.urls import URLPattern, path

from selezioni_pon.views.funzioni import attribuite, commissione, domande, esiti, procedure

RADICE = "funzioni/"
UNA = f"{RADICE}<int:pk>/"
AREA = f"{UNA}aree/<int:s>/"
DOMANDA = f"{RADICE}domande/<int:pk>/"
DATA = f"{RADICE}attribuite/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(RADICE, procedure.funzioni, name="funzioni"),
    path(f"{RADICE}nuova/", procedure.funzioni_nuova, name="funzioni_nuova"),
    path(UNA, procedure.funzioni_procedura, name="funzioni_procedura"),
    path(f"{UNA}aree/nuova/", procedure.funzioni_area_nuova, name="funzioni_area_nuova"),
    path(AREA, procedure.funzioni_area, name="funzioni_area"),
    path(f"{AREA}togli/", procedure.funzioni_area_togli, name="funzioni_area_togli"),
    path(f"{UNA}apri/", procedure.funzioni_apri, name="funzioni_apri"),
    path(f"{UNA}commissione/", commissione.funzioni_nomina, name="funzioni_nomina"),
    path(f"{UNA}dichiara/", commissione.funzioni_dichiara, name="funzioni_dichiara"),
    path(f"{UNA}assenze/", commissione.funzioni_assenze, name="funzioni_assenze"),
    path(f"{UNA}chiudi/", commissione.funzioni_chiudi, name="funzioni_chiudi"),
    path(f"{UNA}chiedi/", domande.funzione_chiedi, name="funzione_chiedi"),
    path(DOMANDA, domande.funzione_domanda, name="funzione_domanda"),
    path(f"{DOMANDA}ritira/", domande.funzione_ritira, name="funzione_ritira"),
    path(f"{DOMANDA}accerta/", domande.funzione_accerta, name="funzione_accerta"),
    path(f"{DOMANDA}esame/", domande.funzione_esame, name="funzione_esame"),
    path(f"{AREA}parita/", esiti.funzione_parita, name="funzione_parita"),
    path(f"{AREA}attribuisci/", esiti.funzione_attribuisci, name="funzione_attribuisci"),
    path(f"{AREA}senza/", esiti.funzione_senza, name="funzione_senza"),
    path(DATA, attribuite.funzione_data, name="funzione_data"),
    path(f"{DATA}relazione/", attribuite.funzione_relazione, name="funzione_relazione"),
    path(f"{DATA}cessa/", attribuite.funzione_cessa, name="funzione_cessa"),
    path(f"{DATA}pdf/", attribuite.funzione_pdf, name="funzione_pdf"),
]
