#include "viewer/volume/VolumeImageInternals.h"
#include "viewer/volume/VolumeRenderingInternals.h"

#include <vtkColorTransferFunction.h>
#include <vtkNew.h>
#include <vtkPiecewiseFunction.h>

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

constexpr int proxySide = 150;

} // namespace

VolumeRendering::VolumeRendering(vtkRenderer* renderer)
    : m_renderer(renderer)
    , m_property(vtkSmartPointer<vtkVolumeProperty>::New())
    , m_planes(vtkSmartPointer<vtkPlaneCollection>::New())
{
    m_property->SetInterpolationTypeToLinear();
    m_property->ShadeOn();
    m_property->SetAmbient(0.25);
    m_property->SetDiffuse(0.75);
    m_property->SetSpecular(0.15);
    m_property->SetSpecularPower(12);
    m_property->SetScalarOpacityUnitDistance(1.0);
}

VolumeRendering::~VolumeRendering()
{
    drop();
}

bool VolumeRendering::isSolid() const
{
    return m_volume &&
           std::ranges::all_of(m_volume->geometry().size, [](int size) { return size > 1; });
}

void VolumeRendering::drop()
{
    for (Quality* quality : {&m_whole, &m_proxy}) {
        if (quality->prop)
            m_renderer->RemoveVolume(quality->prop);
        *quality = {};
    }
    m_proxyImage = {};
    m_outside.reset();
}

const VolumeImage& VolumeRendering::proxy()
{
    if (!m_proxyImage.image)
        m_proxyImage = proxyImage(m_volume, proxySide);
    return m_proxyImage;
}

VolumeRendering::Quality VolumeRendering::make(const VolumeImage& image, bool proxy)
{
    Quality quality;
    quality.mapper = vtkSmartPointer<vtkGPUVolumeRayCastMapper>::New();
    quality.mapper->SetInputData(image.image);
    quality.mapper->AutoAdjustSampleDistancesOff();
    const double* spacing = image.image->GetSpacing();
    const double finest = std::min({spacing[0], spacing[1], spacing[2]});
    quality.mapper->SetSampleDistance(
        static_cast<float>(proxy ? std::max(finest, 2.5) : std::max(finest, 0.8)));
    quality.mapper->UseJitteringOn();
    quality.mapper->SetMaskTypeToBinary();
    quality.mapper->SetClippingPlanes(m_planes);
    quality.prop = vtkSmartPointer<vtkVolume>::New();
    quality.prop->SetMapper(quality.mapper);
    quality.prop->SetProperty(m_property);
    quality.prop->SetUserMatrix(image.toPatient);
    quality.prop->PickableOff();
    m_renderer->AddVolume(quality.prop);
    return quality;
}

void VolumeRendering::setVolume(VolumePtr volume)
{
    if (volume == m_volume)
        return;
    drop();
    m_volume = std::move(volume);
    update();
}

void VolumeRendering::setLabels(LabelMapPtr labels)
{
    m_labels = std::move(labels);
    m_outside.reset();
    update();
}

void VolumeRendering::setLook(std::optional<VolumeLook> look)
{
    m_look = std::move(look);
    if (m_look) {
        vtkNew<vtkPiecewiseFunction> opacity;
        vtkNew<vtkColorTransferFunction> colour;
        for (const TransferPoint& p : m_look->function.points) {
            opacity->AddPoint(p.hu, p.opacity);
            colour->AddRGBPoint(p.hu, p.colour[0] / 255.0, p.colour[1] / 255.0,
                                p.colour[2] / 255.0);
        }
        m_property->SetScalarOpacity(opacity);
        m_property->SetColor(colour);
    }
    update();
}

void VolumeRendering::setInteracting(bool interacting)
{
    m_interacting = interacting;
    update();
}

void VolumeRendering::setDraftDistance(double pixels)
{
    m_draftDistance = pixels;
    if (m_proxy.mapper)
        m_proxy.mapper->SetImageSampleDistance(static_cast<float>(pixels));
}

void VolumeRendering::setClipping(vtkPlaneCollection* planes)
{
    m_planes = planes;
    for (const Quality* quality : {&m_whole, &m_proxy}) {
        if (quality->mapper)
            quality->mapper->SetClippingPlanes(planes);
    }
}

bool VolumeRendering::hides(const Vec3& positionMm) const
{
    return needsMask() && m_outside && m_outside->contains(positionMm);
}

void VolumeRendering::mask(Quality& quality)
{
    if (needsMask() && !m_outside)
        m_outside = std::make_unique<OutsideAir>(proxy(), m_labels.get());
    quality.mapper->SetMaskInput(needsMask() ? m_outside->mask() : nullptr);
}

void VolumeRendering::update()
{
    if (!isShown()) {
        // Textures of a large volume are not kept for a picture nobody sees.
        drop();
        return;
    }
    Quality& wanted = m_interacting ? m_proxy : m_whole;
    if (!wanted.prop) {
        wanted = m_interacting ? make(proxy(), true) : make(wholeImage(m_volume), false);
        setDraftDistance(m_draftDistance);
    }
    mask(wanted);
    if (m_whole.prop)
        m_whole.prop->SetVisibility(!m_interacting);
    if (m_proxy.prop)
        m_proxy.prop->SetVisibility(m_interacting);
}

} // namespace fovea
