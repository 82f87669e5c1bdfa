"""Addresses of the individual agreement, inside those of an institute."""

from patto_formativo.urls import (
    accoglienza,
    adulto,
    condivisi,
    dossier,
    frequenza,
    iscrizioni,
    patti,
)

app_name = "patto"
urlpatterns = [
    *iscrizioni.urlpatterns,
    *accoglienza.urlpatterns,
    *dossier.urlpatterns,
    *patti.urlpatterns,
    *adulto.urlpatterns,
    *frequenza.urlpatterns,
    *condivisi.urlpatterns,
]
