"""Addresses of the collegial organs, inside those of an institute."""

from organi_collegiali.urls import (
    convocazione,
    delibere,
    invio,
    organi,
    seduta,
    urna,
    verbali,
    voto,
)

app_name = "organi"
urlpatterns = [
    *organi.urlpatterns,
    *convocazione.urlpatterns,
    *invio.urlpatterns,
    *seduta.urlpatterns,
    *voto.urlpatterns,
    *urna.urlpatterns,
    *delibere.urlpatterns,
    *verbali.urlpatterns,
]
