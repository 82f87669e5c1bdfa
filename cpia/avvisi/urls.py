from django.urls import path

from cpia.avvisi import views

urlpatterns = [
    path("scrivania/", views.scrivania, name="scrivania"),
]
