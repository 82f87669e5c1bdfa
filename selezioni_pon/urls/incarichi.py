"""The posts given: proposals, contracts, their register."""

from django.urls import URLPattern, path

from selezioni_pon.views.incarichi import (
    anagrafe,
    atti,
    controllo,
    incarico,
    posti,
    proposte,
    pubblici,
    registro,
)

DI_UN_AVVISO = "avvisi/<int:pk>/incarichi/"
PROPOSTA = "proposte/<int:pk>/"
INCARICO = "incarichi/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(DI_UN_AVVISO, posti.incarichi_avviso, name="incarichi_avviso"),
    path(f"{DI_UN_AVVISO}proponi/", posti.incarichi_proponi, name="incarichi_proponi"),
    path(PROPOSTA, proposte.proposta, name="proposta"),
    path(f"{PROPOSTA}registra/", proposte.proposta_registra, name="proposta_registra"),
    path(f"{PROPOSTA}scaduta/", proposte.proposta_scaduta, name="proposta_scaduta"),
    path(f"{PROPOSTA}cessa/", proposte.proposta_cessa, name="proposta_cessa"),
    path(f"{PROPOSTA}incarico/", incarico.incarico_scrivi, name="incarico_scrivi"),
    path("incarichi/", registro.incarichi, name="incarichi"),
    path(INCARICO, incarico.incarico, name="incarico"),
    path(f"{INCARICO}pdf/", incarico.incarico_pdf, name="incarico_pdf"),
    path(f"{INCARICO}emetti/", atti.incarico_emetti, name="incarico_emetti"),
    path(f"{INCARICO}annulla/", atti.incarico_annulla, name="incarico_annulla"),
    path(f"{INCARICO}firma/", atti.incarico_firma, name="incarico_firma"),
    path(f"{INCARICO}pubblica/", atti.incarico_pubblica, name="incarico_pubblica"),
    path(f"{INCARICO}comunica/", anagrafe.incarico_comunica, name="incarico_comunica"),
    path(f"{INCARICO}compensi/", anagrafe.incarico_compensi, name="incarico_compensi"),
    path(f"{INCARICO}proroga/", atti.incarico_proroga, name="incarico_proroga"),
    path(f"{INCARICO}verifica/", controllo.incarico_verifica, name="incarico_verifica"),
    path(f"{INCARICO}verifica/prova/", controllo.incarico_prova, name="incarico_prova"),
    path("incarichi-conferiti/", pubblici.incarichi_conferiti, name="incarichi_conferiti"),
    path("incarichi-conferiti/<int:pk>/curriculum/", pubblici.curriculum, name="curriculum"),
]
