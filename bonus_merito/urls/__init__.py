"""Addresses of the merit bonus, inside those of an institute."""

from bonus_merito.urls import atti, criteri, procedure, quadro, richieste

app_name = "bonus"
urlpatterns = [
    *criteri.urlpatterns,
    *procedure.urlpatterns,
    *richieste.urlpatterns,
    *quadro.urlpatterns,
    *atti.urlpatterns,
]
