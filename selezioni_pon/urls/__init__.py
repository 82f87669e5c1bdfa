"""Addresses of the selections, inside those of an institute."""

from selezioni_pon.urls import avvisi, griglie

app_name = "selezioni"
urlpatterns = [*avvisi.urlpatterns, *griglie.urlpatterns]
