"""All addresses of the portal; inside an institute they begin with its own."""

from django.urls import include, path

from cpia.portale import views

istituto = [
    path("", include("cpia.scuola.urls")),
    path("", include("cpia.norme.urls")),
    path("", include("cpia.atti.urls")),
    path("", include("cpia.avvisi.urls")),
    path("competenze/", include("competenze.urls")),
    path("organi/", include("organi_collegiali.urls")),
    path("patto/", include("patto_formativo.urls")),
    path("bonus/", include("bonus_merito.urls")),
    path("selezioni/", include("selezioni_pon.urls")),
    path("", include("cpia.portale.urls")),
]

urlpatterns = [
    path("", views.istituti, name="istituti"),
    path("salute/", views.salute, name="salute"),
    path("accesso/", include("allauth.urls")),
    path("elementi/", views.elementi, name="elementi"),
    path("<slug:istituto>/", include(istituto)),
]

handler400 = "cpia.portale.errori.richiesta"
handler403 = "cpia.portale.errori.vietato"
handler404 = "cpia.portale.errori.assente"
handler500 = "cpia.portale.errori.guasto"
