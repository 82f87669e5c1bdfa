"""Addresses of the selections, inside those of an institute."""

from selezioni_pon.urls import (
    albo,
    avvisi,
    candidature,
    commissione,
    esterni,
    funzioni,
    graduatorie,
    griglie,
    incarichi,
    infanzia,
    invio,
    verifica,
)

app_name = "selezioni"
urlpatterns = [
    *albo.urlpatterns,
    *avvisi.urlpatterns,
    *candidature.urlpatterns,
    *commissione.urlpatterns,
    *esterni.urlpatterns,
    *funzioni.urlpatterns,
    *graduatorie.urlpatterns,
    *griglie.urlpatterns,
    *incarichi.urlpatterns,
    *infanzia.urlpatterns,
    *invio.urlpatterns,
    *verifica.urlpatterns,
]
