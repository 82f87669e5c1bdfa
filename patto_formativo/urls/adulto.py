"""What who learns sees, asks and signs; the courtesy texts."""

from django.urls import URLPattern, path

from patto_formativo.views.adulto import firma, pagina, ragioni, richieste, testi

urlpatterns: list[URLPattern] = [
    path("mio/", pagina.mio, name="mio"),
    path("mio/<int:pk>/", pagina.mio, name="mio_di"),
    path("mio/<int:pk>/perche/", ragioni.perche, name="mio_perche"),
    path("mio/<int:pk>/cambia/", richieste.cambia, name="mio_cambia"),
    path("mio/<int:pk>/firma/", firma.firma, name="mio_firma"),
    path("testi/", testi.testi, name="testi"),
    path("testi/<str:lingua>/", testi.lingua, name="testi_lingua"),
]
