<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ArgumentText</name>
    <message>
        <source>Reads CT studies. Research software, not a medical device.</source>
        <translation>用于阅读 CT 检查。科研软件，非医疗器械。</translation>
    </message>
    <message>
        <source>Open the synthetic sample study.</source>
        <translation>打开合成的示例检查。</translation>
    </message>
    <message>
        <source>Save a picture of the window once the study is analyzed, then quit.</source>
        <translation>检查分析完成后保存窗口截图，然后退出。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Archive folder to use.</source>
        <translation>要使用的归档文件夹。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>CT folder, then segmentation, to open.</source>
        <translation>要打开的 CT 文件夹，其后为分割。</translation>
    </message>
    <message>
        <source>Unsaved corrections of one window may be lost by the other.</source>
        <translation>一个窗口中未保存的修正可能因另一个窗口而丢失。</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍然打开</translation>
    </message>
</context>
<context>
    <name>FindingsDesk</name>
    <message>
        <source>Unknown reader</source>
        <translation>未知阅片者</translation>
    </message>
</context>
<context>
    <name>fovea::AdapterImport</name>
    <message>
        <source>Choose the folder of another site&apos;s adapter (with adapter.json)</source>
        <translation>选择其他机构适配器的文件夹（含 adapter.json）</translation>
    </message>
    <message>
        <source>“%1” was made of another model, which is not here: %2. Import that model first; nothing was added.</source>
        <translation>“%1”由另一模型生成，而该模型不在此处：%2。请先导入该模型；未添加任何内容。</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <comment>a model and its fingerprint</comment>
        <translation>“%1”（%2）</translation>
    </message>
</context>
<context>
    <name>fovea::AnalysisReport</name>
    <message>
        <source>not segmented</source>
        <translation>未分割</translation>
    </message>
    <message>
        <source>too small in this scan</source>
        <translation>在本次扫描中过小</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation>异常程度</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>体积 (ml)</translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation>平均 HU</translation>
    </message>
    <message>
        <source>SD HU</source>
        <translation>HU 标准差</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>校准值</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not scored: %1 (%2)</source>
        <translation>未评分：%1（%2）</translation>
    </message>
    <message>
        <source>This is the demo model, trained on synthetic phantoms: its scores mean nothing on a patient.</source>
        <translation>这是用合成体模训练的演示模型：其评分对真实患者没有任何意义。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>Model: %1 (%2, on %3, %4)</source>
        <translation>模型：%1（%2，运行于 %3，%4）</translation>
    </message>
</context>
<context>
    <name>fovea::AnalyzeCommand</name>
    <message>
        <source>Score and measure the segmented anatomies</source>
        <translation>对已分割的解剖部位进行评分和测量</translation>
    </message>
    <message>
        <source>Every series that has a segmentation</source>
        <translation>所有带分割的序列</translation>
    </message>
    <message>
        <source>Segmentation to attach first: NIfTI, NRRD, DICOM SEG or a folder of masks</source>
        <translation>首先关联的分割：NIfTI、NRRD、DICOM SEG 或掩膜文件夹</translation>
    </message>
    <message>
        <source>Compute again what the archive has already</source>
        <translation>重新计算归档中已有的结果</translation>
    </message>
    <message>
        <source>Series %1 failed: %2</source>
        <translation>序列 %1 失败：%2</translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>序列 %1：%2</translation>
    </message>
    <message>
        <source> (stored answer)</source>
        <translation>（已存储的结果）</translation>
    </message>
</context>
<context>
    <name>fovea::AnatomiesPage</name>
    <message>
        <source>Color…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Restore shipped</source>
        <translation>恢复出厂</translation>
    </message>
    <message>
        <source>Anatomies of the catalog</source>
        <translation>目录中的解剖部位</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name of the anatomy</source>
        <translation>解剖部位名称</translation>
    </message>
    <message>
        <source>Structures that make up the anatomy</source>
        <translation>组成该解剖部位的结构</translation>
    </message>
    <message>
        <source>Changes hold from the next start on. Studies that were analyzed before keep their scores until they are analyzed again.</source>
        <translation>更改将在下次启动后生效。此前已分析的检查在重新分析之前保留原有评分。</translation>
    </message>
    <message>
        <source>Structures, as segmenters name them, one a line:</source>
        <translation>结构，采用分割程序的命名，每行一个：</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>出厂</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Color of the anatomy</source>
        <translation>该解剖部位的颜色</translation>
    </message>
</context>
<context>
    <name>fovea::Anatomy</name>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心脏</translation>
    </message>
    <message>
        <source>Esophagus</source>
        <translation>食管</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>主动脉</translation>
    </message>
    <message>
        <source>Trachea</source>
        <translation>气管</translation>
    </message>
    <message>
        <source>Pulmonary artery</source>
        <translation>肺动脉</translation>
    </message>
    <message>
        <source>Pulmonary veins</source>
        <translation>肺静脉</translation>
    </message>
    <message>
        <source>Supra-aortic arteries</source>
        <translation>主动脉弓上动脉</translation>
    </message>
    <message>
        <source>Superior vena cava</source>
        <translation>上腔静脉</translation>
    </message>
    <message>
        <source>Inferior vena cava</source>
        <translation>下腔静脉</translation>
    </message>
    <message>
        <source>Portal and splenic vein</source>
        <translation>门静脉和脾静脉</translation>
    </message>
    <message>
        <source>Iliac arteries</source>
        <translation>髂动脉</translation>
    </message>
    <message>
        <source>Iliac veins</source>
        <translation>髂静脉</translation>
    </message>
    <message>
        <source>Thyroid gland</source>
        <translation>甲状腺</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>脾脏</translation>
    </message>
    <message>
        <source>Kidneys</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>Adrenal glands</source>
        <translation>肾上腺</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>胰腺</translation>
    </message>
    <message>
        <source>Gallbladder</source>
        <translation>胆囊</translation>
    </message>
    <message>
        <source>Stomach</source>
        <translation>胃</translation>
    </message>
    <message>
        <source>Duodenum</source>
        <translation>十二指肠</translation>
    </message>
    <message>
        <source>Small bowel</source>
        <translation>小肠</translation>
    </message>
    <message>
        <source>Large bowel</source>
        <translation>大肠</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>膀胱</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>前列腺</translation>
    </message>
    <message>
        <source>Ribs</source>
        <translation>肋骨</translation>
    </message>
    <message>
        <source>Sternum</source>
        <translation>胸骨</translation>
    </message>
    <message>
        <source>Clavicles</source>
        <translation>锁骨</translation>
    </message>
    <message>
        <source>Scapulae</source>
        <translation>肩胛骨</translation>
    </message>
    <message>
        <source>Humeri</source>
        <translation>肱骨</translation>
    </message>
    <message>
        <source>Femurs</source>
        <translation>股骨</translation>
    </message>
    <message>
        <source>Hips</source>
        <translation>髋骨</translation>
    </message>
    <message>
        <source>Sacrum</source>
        <translation>骶骨</translation>
    </message>
    <message>
        <source>Cervical vertebrae</source>
        <translation>颈椎</translation>
    </message>
    <message>
        <source>Thoracic vertebrae</source>
        <translation>胸椎</translation>
    </message>
    <message>
        <source>Lumbar vertebrae</source>
        <translation>腰椎</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>脊髓</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Skull</source>
        <translation>颅骨</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>Deep muscles of the back</source>
        <translation>背部深层肌</translation>
    </message>
    <message>
        <source>Iliopsoas</source>
        <translation>髂腰肌</translation>
    </message>
    <message>
        <source>Gluteal muscles</source>
        <translation>臀肌</translation>
    </message>
</context>
<context>
    <name>fovea::AnatomyPanel</name>
    <message>
        <source>Anatomy colours</source>
        <translation>解剖颜色</translation>
    </message>
    <message>
        <source>Abnormality</source>
        <translation>异常程度</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>叠加层不透明度</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>ml</source>
        <translation>ml</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加层</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation>未打开分割。</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>查找相似部位</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>HU</source>
        <translation>HU</translation>
    </message>
    <message>
        <source>Mean density</source>
        <translation>平均密度</translation>
    </message>
    <message>
        <source>What speaks against a structure</source>
        <translation>结构的存疑之处</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeCommand</name>
    <message>
        <source>Write de-identified copies of DICOM studies (PS3.15 Annex E)</source>
        <translation>写出 DICOM 检查的去标识副本（PS3.15 附录 E）</translation>
    </message>
    <message>
        <source>Studies of the archive: ids or StudyInstanceUIDs</source>
        <translation>归档中的检查：ID 或 StudyInstanceUID</translation>
    </message>
    <message>
        <source>All studies of the archive</source>
        <translation>归档中的所有检查</translation>
    </message>
    <message>
        <source>The DICOM files below this folder</source>
        <translation>此文件夹下的 DICOM 文件</translation>
    </message>
    <message>
        <source>Folder to make; must not exist or be empty</source>
        <translation>要新建的文件夹；须尚不存在或为空</translation>
    </message>
    <message>
        <source>Write nothing; list every attribute that would change, with its value</source>
        <translation>不写入任何内容；列出所有会更改的属性及其值</translation>
    </message>
    <message>
        <source>Move all dates of a patient by the same random number of days instead of removing them</source>
        <translation>将同一患者的所有日期平移相同的随机天数，而不是移除</translation>
    </message>
    <message>
        <source>Keep descriptions as far as their words are known to be no names</source>
        <translation>保留描述中已知不是姓名的词</translation>
    </message>
    <message>
        <source>Keep sex, age (at most 90), size and weight</source>
        <translation>保留性别、年龄（最高 90 岁）、身高和体重</translation>
    </message>
    <message>
        <source>Keep serial numbers and names of devices</source>
        <translation>保留设备的序列号和名称</translation>
    </message>
    <message>
        <source>Name and id of the patient afterwards; by default derived from the key</source>
        <translation>处理后的患者姓名和 ID；默认由密钥生成</translation>
    </message>
    <message>
        <source>A key of this export&apos;s own: later exports cannot be joined with it</source>
        <translation>使用本次导出专用的密钥：以后的导出无法与之关联</translation>
    </message>
    <message>
        <source>Anonymizing</source>
        <translation>正在匿名化</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>已写入 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n 项检查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>已略过：</translation>
    </message>
    <message>
        <source>Reading headers</source>
        <translation>正在读取文件头</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>已略过：%1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Cancel export</source>
        <translation>取消导出(&amp;C)</translation>
    </message>
    <message>
        <source>Export anonymized DICOM</source>
        <translation>导出匿名化 DICOM</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>By DICOM PS3.15, Basic Application Level Confidentiality Profile. What the voxels show stays: a head CT still shows a face.</source>
        <translation>按照 DICOM PS3.15 基本应用级保密规范。体素所显示的内容保持不变：头部 CT 仍会显示面容。</translation>
    </message>
    <message>
        <source>&amp;Studies:</source>
        <translation>检查(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Into the new folder:</source>
        <translation>导出到新文件夹(&amp;I)：</translation>
    </message>
    <message>
        <source>The open study</source>
        <translation>打开的检查</translation>
    </message>
    <message>
        <source>All studies of the open patient</source>
        <translation>打开的患者的所有检查</translation>
    </message>
    <message>
        <source>All studies of the archive</source>
        <translation>归档中的所有检查</translation>
    </message>
    <message>
        <source>Reading headers…</source>
        <translation>正在读取文件头…</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>导出位置</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out.</source>
        <translation>
            <numerusform>已略过 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies selected in the list: %1</source>
        <translation>列表中选中的检查：%1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeOptionsBox</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Keep time &amp;intervals: shift dates</source>
        <translation>保留时间间隔：平移日期(&amp;I)</translation>
    </message>
    <message>
        <source>All dates of a patient move back by the same random number of days. Otherwise dates are removed. The birth date is always removed.</source>
        <translation>同一患者的所有日期均向过去平移相同的随机天数。否则移除日期。出生日期始终移除。</translation>
    </message>
    <message>
        <source>Keep cleaned &amp;descriptions</source>
        <translation>保留清理后的描述(&amp;D)</translation>
    </message>
    <message>
        <source>Descriptions of studies, series and regions keep words that are known to be no names; any other word becomes *. Otherwise descriptions are removed.</source>
        <translation>检查、序列和部位的描述仅保留已知不是姓名的词；其他词一律替换为 *。否则移除描述。</translation>
    </message>
    <message>
        <source>Keep patient &amp;characteristics</source>
        <translation>保留患者特征(&amp;C)</translation>
    </message>
    <message>
        <source>Sex, age (over 89 years: 90), size and weight.</source>
        <translation>性别、年龄（89 岁以上记为 90）、身高和体重。</translation>
    </message>
    <message>
        <source>Keep device i&amp;dentity</source>
        <translation>保留设备标识(&amp;D)</translation>
    </message>
    <message>
        <source>Serial numbers and names of scanners and stations.</source>
        <translation>扫描仪和工作站的序列号和名称。</translation>
    </message>
    <message>
        <source>&amp;Unlinkable to other exports</source>
        <translation>与其他导出不可关联(&amp;U)</translation>
    </message>
    <message>
        <source>Follow-ups that are exported later get another pseudonym. Otherwise they stay together, by a key that is kept in the archive&apos;s folder.</source>
        <translation>以后导出的随访检查将使用另一假名。否则它们借助保存在归档文件夹中的密钥保持关联。</translation>
    </message>
    <message>
        <source>Made from the key</source>
        <translation>由密钥生成</translation>
    </message>
    <message>
        <source>&amp;Pseudonym:</source>
        <translation>假名(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizePreviewView</name>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Changed and removed</source>
        <translation>已更改和已移除</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Private or unknown</source>
        <translation>私有或未知</translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>已略过（%1）</translation>
    </message>
    <message>
        <source>Nothing can be exported; the reasons are under “Left out”.</source>
        <translation>没有可导出的内容；原因见“已略过”。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n 项检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Patients: %1</source>
        <translation>患者：%1</translation>
    </message>
</context>
<context>
    <name>fovea::AnonymizeText</name>
    <message>
        <source>Not a DICOM file.</source>
        <translation>不是 DICOM 文件。</translation>
    </message>
    <message>
        <source>A DICOMDIR: the files it names are called otherwise afterwards.</source>
        <translation>DICOMDIR：它所列的文件在导出后名称会改变。</translation>
    </message>
    <message>
        <source>The file cannot be understood.</source>
        <translation>无法解析该文件。</translation>
    </message>
    <message>
        <source>An encapsulated document: names in it cannot be removed.</source>
        <translation>封装文档：无法移除其中的姓名。</translation>
    </message>
    <message>
        <source>Text may be burned into the image.</source>
        <translation>图像中可能嵌有文字。</translation>
    </message>
    <message>
        <source>A secondary capture that does not state that no text is burned in.</source>
        <translation>二次捕获图像，且未声明图像中没有嵌入文字。</translation>
    </message>
    <message>
        <source>The file does not say what kind of object it is.</source>
        <translation>文件未说明其对象类型。</translation>
    </message>
    <message>
        <source>Objects of this kind cannot be anonymized: %1.</source>
        <translation>无法匿名化此类对象：%1。</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>已清空</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>Study opened</source>
        <translation>已打开检查</translation>
    </message>
    <message>
        <source>Question asked</source>
        <translation>已提问</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Analyzed</source>
        <translation>已分析</translation>
    </message>
    <message>
        <source>Segmentation added</source>
        <translation>已添加分割</translation>
    </message>
    <message>
        <source>Finding judged</source>
        <translation>已判定所见</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>已更改设置</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveCommand</name>
    <message>
        <source>Check, repair, back up and restore the archive</source>
        <translation>检查、修复、备份和恢复归档</translation>
    </message>
    <message>
        <source>Say whether records and files are whole</source>
        <translation>说明记录和文件是否完好</translation>
    </message>
    <message>
        <source>Mend what can be mended without a loss</source>
        <translation>修复可无损修复的内容</translation>
    </message>
    <message>
        <source>Copy the archive, and compare the copy</source>
        <translation>复制归档并核对副本</translation>
    </message>
    <message>
        <source>Make an archive of a backup</source>
        <translation>由备份建立归档</translation>
    </message>
    <message>
        <source>Read every image&apos;s header and every segmentation</source>
        <translation>读取每幅图像的头信息和每个分割</translation>
    </message>
    <message>
        <source>Remove records of files that are gone (the database is kept as it was)</source>
        <translation>移除文件已不存在的记录（数据库原样保留一份）</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份所在的文件夹</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>备份的文件夹</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>Problems repaired: %1.</source>
        <translation>已修复的问题：%1。</translation>
    </message>
    <message>
        <source>Files without records are now in %1</source>
        <translation>没有记录的文件现在位于 %1</translation>
    </message>
    <message>
        <source>The database as it was is kept as %1</source>
        <translation>原来的数据库保存为 %1</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>%1: files: %2 (%3)</source>
        <translation>%1：文件：%2 (%3)</translation>
    </message>
    <message>
        <source>Not there: %1</source>
        <translation>不存在：%1</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>%1: files: %2 (%3), backed up at %4</source>
        <translation>%1：文件：%2 (%3)，备份时间 %4</translation>
    </message>
    <message>
        <source>What was there is kept in %1</source>
        <translation>原有内容保存在 %1</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveDesk</name>
    <message>
        <source>&amp;Check and repair…</source>
        <translation>检查并修复(&amp;C)…</translation>
    </message>
    <message>
        <source>Whether every file and record of the archive is there and whole</source>
        <translation>归档中的每个文件和记录是否都存在且完整</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Copies the archive to another folder; reading goes on meanwhile</source>
        <translation>将归档复制到另一文件夹；期间可继续阅片</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>Folder for backups, best on another drive</source>
        <translation>备份文件夹，最好位于另一驱动器</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Makes an archive of a backup in a folder of your choice; the one in use stays as it is</source>
        <translation>在您选择的文件夹中由备份建立归档；正在使用的归档保持不变</translation>
    </message>
    <message>
        <source>Folder of the backup, or of all backups for the newest</source>
        <translation>备份的文件夹，或所有备份所在的文件夹（取最新的）</translation>
    </message>
    <message>
        <source>“%1” is no backup of an archive and holds none. Choose the folder that was given for backups, or one in it whose name begins with “fovea-backup-”.</source>
        <translation>“%1”不是归档的备份，其中也没有备份。请选择用于存放备份的文件夹，或其中名称以“fovea-backup-”开头的文件夹。</translation>
    </message>
    <message>
        <source>Empty folder for the archive restored from the backup of %1 (%2)</source>
        <translation>用于由 %1 的备份（%2）恢复归档的空文件夹</translation>
    </message>
    <message>
        <source>Open the restored archive now? Fovea closes and starts again with it. The archive that is open now stays where it is: “%1”. Settings (File menu) can change between them.</source>
        <translation>现在打开恢复的归档？Fovea 将关闭并用它重新启动。当前打开的归档保留在原处：“%1”。可在设置（文件菜单）中切换。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveDialog</name>
    <message>
        <source>Read every image&apos;s header and every segmentation (slower)</source>
        <translation>读取每幅图像的文件头和每个分割（较慢）</translation>
    </message>
    <message>
        <source>Remove records of files that are gone (a copy is kept)</source>
        <translation>移除文件已不存在的记录（保留一份副本）</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>重新检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Problems of the archive</source>
        <translation>归档的问题</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>A series stays listed where it has a segmentation, measurements or key images.</source>
        <translation>带有分割、测量或关键图像的序列仍保留在列表中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check and repair the archive</source>
        <translation>检查并修复归档</translation>
    </message>
    <message>
        <source>Checking the archive “%1”…</source>
        <translation>正在检查归档“%1”…</translation>
    </message>
    <message>
        <source>Repairing the archive…</source>
        <translation>正在修复归档…</translation>
    </message>
    <message>
        <source>Problems repaired: %1.</source>
        <translation>已修复的问题：%1。</translation>
    </message>
    <message>
        <source>Files without records are now in “%1”.</source>
        <translation>没有记录的文件现位于“%1”。</translation>
    </message>
    <message>
        <source>The database as it was is kept as “%1”.</source>
        <translation>修复前的数据库保存为“%1”。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Back up the archive</source>
        <translation>备份归档</translation>
    </message>
    <message>
        <source>Backing up the archive to “%1”…</source>
        <translation>正在将归档备份到“%1”…</translation>
    </message>
    <message>
        <source>The archive is backed up in “%1”. Files: %2 (%3), read again and compared.</source>
        <translation>归档已备份到“%1”。文件：%2 个（%3），均已重新读取并比对。</translation>
    </message>
    <message>
        <source>Shared with the backup before, so that they take no space: %1.</source>
        <translation>与上次备份共用、不另占空间的文件：%1 个。</translation>
    </message>
    <message>
        <source>Files were missing in the archive itself; check it.</source>
        <translation>归档本身缺少文件；请检查归档。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restoring the backup to “%1”…</source>
        <translation>正在将备份恢复到“%1”…</translation>
    </message>
    <message>
        <source>The backup of %1 is restored in “%2”. Files: %3 (%4).</source>
        <translation>%1 的备份已恢复到“%2”。文件：%3 个（%4）。</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveReport</name>
    <message>
        <source>Not saved, trying again: %1. %2</source>
        <translation>尚未保存，正在重试：%1。%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>What was changed could not be saved and will be lost: %1.</source>
        <translation>以下更改无法保存，将会丢失：%1。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>fovea::ArchiveText</name>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>Damaged indexes of the database</source>
        <translation>数据库索引损坏</translation>
    </message>
    <message>
        <source>Records that belong to nothing</source>
        <translation>无所属的记录</translation>
    </message>
    <message>
        <source>Missing images</source>
        <translation>缺失的图像</translation>
    </message>
    <message>
        <source>Images that were cut off or changed</source>
        <translation>被截断或更改的图像</translation>
    </message>
    <message>
        <source>Images that cannot be read, or are others</source>
        <translation>无法读取或并非所记录的图像</translation>
    </message>
    <message>
        <source>Missing segmentations</source>
        <translation>缺失的分割</translation>
    </message>
    <message>
        <source>Segmentations that were cut off or changed</source>
        <translation>被截断或更改的分割</translation>
    </message>
    <message>
        <source>Files outside the archive that cannot be found</source>
        <translation>归档之外且无法找到的文件</translation>
    </message>
    <message>
        <source>Files that no record names</source>
        <translation>没有任何记录指向的文件</translation>
    </message>
    <message>
        <source>Series with a wrong number of slices</source>
        <translation>层数有误的序列</translation>
    </message>
    <message>
        <source>Series without images</source>
        <translation>没有图像的序列</translation>
    </message>
    <message>
        <source>Studies without series</source>
        <translation>没有序列的检查</translation>
    </message>
    <message>
        <source>Patients without studies</source>
        <translation>没有检查的患者</translation>
    </message>
    <message>
        <source>Incomplete analyses</source>
        <translation>不完整的分析</translation>
    </message>
    <message>
        <source>Search indexes that do not fit the database</source>
        <translation>与数据库不符的搜索索引</translation>
    </message>
    <message>
        <source>Connect the drive they lie on.</source>
        <translation>请连接这些文件所在的驱动器。</translation>
    </message>
    <message>
        <source>Repair makes it anew; nothing is lost.</source>
        <translation>修复会重新生成；不会丢失任何数据。</translation>
    </message>
    <message>
        <source>Repair moves them to “lost+found” in the archive; nothing is deleted.</source>
        <translation>修复会将其移至归档中的“lost+found”；不会删除任何内容。</translation>
    </message>
    <message>
        <source>Repair removes the records where you allow it, and keeps a copy of the database.</source>
        <translation>经您允许后，修复会移除这些记录，并保留一份数据库副本。</translation>
    </message>
    <message>
        <source>Restore a backup, or import it again.</source>
        <translation>请恢复备份，或重新导入。</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Studies: %1, files: %2 (%3).</source>
        <translation>检查：%1 项，文件：%2 个（%3）。</translation>
    </message>
    <message>
        <source>%1 Everything is as recorded.</source>
        <translation>%1一切与记录相符。</translation>
    </message>
    <message>
        <source>%1 Problems found: %2.</source>
        <translation>%1发现问题：%2 个。</translation>
    </message>
</context>
<context>
    <name>fovea::AskBench</name>
    <message>
        <source>Making studies</source>
        <translation>正在生成检查</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), together %1 sentences, among %2 regions</source>
        <translation>
            <numerusform>%n 个问题，共 %1 个句子，在 %2 个部位中检索</numerusform>
        </translation>
    </message>
    <message>
        <source>To the answer</source>
        <translation>至得到回答</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>First question, which opens the index</source>
        <translation>首个问题（同时打开索引）</translation>
    </message>
    <message>
        <source>Median of the others</source>
        <translation>其余问题的中位数</translation>
    </message>
    <message>
        <source>Slowest of the others</source>
        <translation>其余问题中最慢者</translation>
    </message>
    <message>
        <source>Median, asked again</source>
        <translation>中位数，再次提问</translation>
    </message>
    <message>
        <source>Median, sentences one by one</source>
        <translation>中位数，逐句处理</translation>
    </message>
    <message>
        <source>%1 times as fast as one by one</source>
        <translation>速度为逐句处理的 %1 倍</translation>
    </message>
</context>
<context>
    <name>fovea::AskCommand</name>
    <message>
        <source>How many matches to print</source>
        <translation>输出多少个匹配结果</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Rank regions against a text or a region</source>
        <translation>按与文本或部位的相似度对部位排序</translation>
    </message>
    <message>
        <source>the model knows none of these words</source>
        <translation>模型不认识其中任何词语</translation>
    </message>
    <message>
        <source>it names neither an anatomy nor a finding</source>
        <translation>其中既无解剖部位，也无所见</translation>
    </message>
    <message>
        <source>this model does not look at: %1</source>
        <translation>该模型不分析：%1</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在检索</translation>
    </message>
    <message>
        <source>Understood: no %1</source>
        <translation>已理解为：无 %1</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>已理解为：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) were not understood</source>
        <translation>
            <numerusform>%n 个词语未能理解</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>Nearest prompt</source>
        <translation>最接近的提示</translation>
    </message>
    <message>
        <source>No region fits the question and the filters.</source>
        <translation>没有符合问题和筛选条件的部位。</translation>
    </message>
    <message>
        <source>Looking up scanners</source>
        <translation>正在查找扫描仪</translation>
    </message>
</context>
<context>
    <name>fovea::AskDesk</name>
    <message>
        <source>This model has analyzed no series yet: open a study with a segmentation.</source>
        <translation>该模型尚未分析任何序列：请打开带有分割的检查。</translation>
    </message>
</context>
<context>
    <name>fovea::AskOptions</name>
    <message>
        <source>What to look for, e.g. &quot;pleural effusion&quot;</source>
        <translation>要查找的内容（用英文），例如“pleural effusion”</translation>
    </message>
    <message>
        <source>Regions like this one, instead of a text</source>
        <translation>查找与此部位相似的部位，代替文本</translation>
    </message>
    <message>
        <source>One series, by id or SeriesInstanceUID</source>
        <translation>一个序列，按 ID 或 SeriesInstanceUID</translation>
    </message>
    <message>
        <source>A study, by id or StudyInstanceUID</source>
        <translation>检查，以编号或 StudyInstanceUID 指定</translation>
    </message>
    <message>
        <source>All studies of the patient of this study</source>
        <translation>该检查所属患者的所有检查</translation>
    </message>
    <message>
        <source>Every region of the archive that the model has seen</source>
        <translation>归档中模型已处理过的所有部位</translation>
    </message>
    <message>
        <source>Studies of this day or later</source>
        <translation>该日及之后的检查</translation>
    </message>
    <message>
        <source>Studies of this day or earlier</source>
        <translation>该日及之前的检查</translation>
    </message>
    <message>
        <source>Patients of this sex</source>
        <translation>该性别的患者</translation>
    </message>
    <message>
        <source>Patients of at least so many years</source>
        <translation>不小于该岁数的患者</translation>
    </message>
    <message>
        <source>Patients of at most so many years</source>
        <translation>不大于该岁数的患者</translation>
    </message>
    <message>
        <source>Series of this body part, e.g. CHEST</source>
        <translation>该检查部位的序列，例如 CHEST</translation>
    </message>
    <message>
        <source>Series with findings above a raw score, or above the model&apos;s own threshold</source>
        <translation>所见高于某一原始评分或高于模型自身阈值的序列</translation>
    </message>
    <message>
        <source>Series of this maker&apos;s scanners</source>
        <translation>该制造商扫描仪的序列</translation>
    </message>
    <message>
        <source>Series of this model of scanner</source>
        <translation>该型号扫描仪的序列</translation>
    </message>
</context>
<context>
    <name>fovea::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>e.g. pleural effusion on the left</source>
        <translation>例如：左侧胸腔积液</translation>
    </message>
    <message>
        <source>Question in plain words</source>
        <translation>用日常语言提问</translation>
    </message>
    <message>
        <source>Regions ranked against the question</source>
        <translation>按与问题的相似度排序的部位</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>This study</source>
        <translation>本检查</translation>
    </message>
    <message>
        <source>This patient&apos;s studies</source>
        <translation>该患者的检查</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>所有检查</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Filters ●</source>
        <translation>筛选 ●</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>查找相似部位</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>In another series: a click opens it there.</source>
        <translation>位于其他序列：单击可打开并转到该处。</translation>
    </message>
    <message>
        <source>A click goes there.</source>
        <translation>单击转到该处。</translation>
    </message>
    <message>
        <source>Nearest prompt: %1</source>
        <translation>最接近的提示：%1</translation>
    </message>
    <message>
        <source>%1 % of the archive&apos;s regions of this anatomy fit less well.</source>
        <translation>归档中该解剖部位的区域有 %1 % 匹配度更低。</translation>
    </message>
    <message>
        <source>The model knows none of these words. Name a finding or an anatomy.</source>
        <translation>模型不认识其中任何词语。请写出所见或解剖部位的名称。</translation>
    </message>
    <message>
        <source>The question names neither an anatomy nor a finding.</source>
        <translation>问题中既无解剖部位，也无所见。</translation>
    </message>
    <message>
        <source>This model does not look at: %1.</source>
        <translation>该模型不分析：%1。</translation>
    </message>
    <message>
        <source>No region fits the question and the filters.</source>
        <translation>没有符合问题和筛选条件的部位。</translation>
    </message>
    <message numerus="yes">
        <source>Most like the %1 chosen, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>在 %n 个部位中与所选%1最相似的部位。有意义的是顺序；数值并非概率。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest to “%1”, of %n region(s). The order means something; the number is not a probability.</source>
        <translation>
            <numerusform>在 %n 个部位中与“%1”最接近的部位。有意义的是顺序；数值并非概率。</numerusform>
        </translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>Ask in plain words, in English, German or Chinese; regions are ranked against the text.</source>
        <translation>请用日常语言提问，可用英文、德文或中文；各部位将按与文本的相似度排序。</translation>
    </message>
    <message>
        <source>Mark new studies at least as similar as this one…</source>
        <translation>标记相似度不低于此部位的新检查…</translation>
    </message>
</context>
<context>
    <name>fovea::AuditCommand</name>
    <message>
        <source>Read the archive&apos;s log of who did what</source>
        <translation>读取归档的日志：何人做了何事</translation>
    </message>
    <message>
        <source>List entries, newest first</source>
        <translation>列出条目，最新的在前</translation>
    </message>
    <message>
        <source>Check that no entry was changed or is missing</source>
        <translation>检查是否有条目被更改或缺失</translation>
    </message>
    <message>
        <source>Write entries as a CSV file</source>
        <translation>将条目写为 CSV 文件</translation>
    </message>
    <message>
        <source>Only the newest so many</source>
        <translation>仅最新的若干条</translation>
    </message>
    <message>
        <source>The file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>From this day on (UTC)</source>
        <translation>自此日起（UTC）</translation>
    </message>
    <message>
        <source>Up to this day (UTC)</source>
        <translation>至此日止（UTC）</translation>
    </message>
    <message>
        <source>Only one kind: opened, queried, exported, deleted, imported, analyzed, segmented, verdict, setting</source>
        <translation>仅一种操作：opened、queried、exported、deleted、imported、analyzed、segmented、verdict、setting</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Study key</source>
        <translation>检查键</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>没有条目。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), none changed or missing.</source>
        <translation>
            <numerusform>%n 条条目，均未被更改，也无缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1 is missing or was changed.</source>
        <translation>条目 %1 缺失或被更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written.</source>
        <translation>
            <numerusform>已写入 %n 条条目。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::AuditDialog</name>
    <message>
        <source>&amp;Days (UTC):</source>
        <translation>日期（UTC）(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>导出为 CSV(&amp;E)…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Study key</source>
        <translation>检查键</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) in the log, none changed or missing.</source>
        <translation>
            <numerusform>日志中有 %n 条条目，均未被更改，也无缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is not as it was written: entry %1 is missing or was changed.</source>
        <translation>日志与写入时不符：条目 %1 缺失或被更改。</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>fovea::BenchCommand</name>
    <message>
        <source>Time an analysis, and say how far the answers are apart</source>
        <translation>测量一次分析的用时，并报告结果相差多少</translation>
    </message>
    <message>
        <source>Rounds; the fastest counts</source>
        <translation>轮数；以最快一轮为准</translation>
    </message>
    <message>
        <source>Without the reference in a process of its own</source>
        <translation>不在独立进程中运行参考实现</translation>
    </message>
    <message>
        <source>Only the reference, with LibTorch&apos;s own settings</source>
        <translation>仅运行参考实现，使用 LibTorch 自身的设置</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1，%n 个线程，LibTorch %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A study whose anatomies share one window</source>
        <translation>各解剖部位共用一个窗口的检查</translation>
    </message>
    <message>
        <source>A study whose anatomies have a window each</source>
        <translation>各解剖部位各有一个窗口的检查</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>前向次数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>速度倍数</translation>
    </message>
    <message>
        <source>… as a process of its own</source>
        <translation>… 相对独立进程</translation>
    </message>
    <message>
        <source>Vectors apart</source>
        <translation>向量差</translation>
    </message>
    <message>
        <source>Smallest cosine</source>
        <translation>最小余弦</translation>
    </message>
    <message>
        <source>Scores apart</source>
        <translation>评分差</translation>
    </message>
    <message>
        <source>The reference in a process of its own: %1 s</source>
        <translation>独立进程中的参考实现：%1 秒</translation>
    </message>
    <message>
        <source>Encoder, %1: %2 s a pass, %3 GFLOP/s, %4 % of the %5 GFLOP/s that its products reach alone</source>
        <translation>编码器，%1：每次 %2 秒，%3 GFLOP/s，为其矩阵乘法单独所达 %5 GFLOP/s 的 %4 %</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s), once per model: padded %1 s, ours %2 s (%3 times as fast)</source>
        <translation>
            <numerusform>%n 条提示，每个模型一次：填充 %1 秒，本程序 %2 秒（%3 倍速度）</numerusform>
        </translation>
    </message>
    <message>
        <source>Preprocessing 512 x 512 x 600 voxels: %1 s</source>
        <translation>预处理 512 x 512 x 600 体素：%1 秒</translation>
    </message>
    <message>
        <source>Most device memory: %1 MB</source>
        <translation>设备内存峰值：%1 MB</translation>
    </message>
    <message>
        <source>Model package (default: the released size with random weights)</source>
        <translation>模型包（默认：已发布的规模，随机权重）</translation>
    </message>
    <message>
        <source>Measure speed against others</source>
        <translation>与其他软件比较速度</translation>
    </message>
    <message>
        <source>Time the opening of a series</source>
        <translation>测量打开一个序列的用时</translation>
    </message>
    <message>
        <source>Slices of 512 x 512</source>
        <translation>512 x 512 层面的数量</translation>
    </message>
    <message>
        <source>Time slices, labels and surfaces on the screen</source>
        <translation>测量层面、标签和表面的屏幕显示用时</translation>
    </message>
    <message>
        <source>Time searches among many regions</source>
        <translation>测量在大量部位中检索的用时</translation>
    </message>
    <message>
        <source>Frames per way of moving</source>
        <translation>每种移动方式的帧数</translation>
    </message>
    <message>
        <source>Made-up regions</source>
        <translation>虚构部位的数量</translation>
    </message>
    <message>
        <source>Queries of each kind</source>
        <translation>每类查询的数量</translation>
    </message>
    <message>
        <source>Where the regions are put meanwhile</source>
        <translation>测试期间存放部位数据的位置</translation>
    </message>
    <message>
        <source>Time typed questions to their first answer</source>
        <translation>测量输入问题到得出首个回答的用时</translation>
    </message>
    <message>
        <source>Time a segmentation network, and say how many voxels are labelled alike</source>
        <translation>测量分割网络的用时，并报告有多少体素的标签一致</translation>
    </message>
    <message>
        <source>Percent of the clusters that a search looks into</source>
        <translation>检索时所查看聚类的百分比</translation>
    </message>
    <message>
        <source>Made-up studies of 20 regions</source>
        <translation>虚构检查的数量（每项 20 个部位）</translation>
    </message>
    <message>
        <source>Where the studies are put meanwhile</source>
        <translation>测试期间存放检查的位置</translation>
    </message>
    <message>
        <source>Model folder (default: the size of TotalSegmentator&apos;s 3 mm model with made-up weights)</source>
        <translation>模型文件夹（默认：TotalSegmentator 3 mm 模型的规模，虚构权重）</translation>
    </message>
    <message>
        <source>Voxels of the made-up image along D, H and W</source>
        <translation>虚构图像沿 D、H、W 方向的体素数</translation>
    </message>
    <message>
        <source>Only one way, in this process: reference, full or ours</source>
        <translation>仅运行一种方式，在本进程中：reference、full 或 ours</translation>
    </message>
    <message>
        <source>File for the labels of --way</source>
        <translation>存放 --way 所得标签的文件</translation>
    </message>
    <message>
        <source>Time the opening of a large DICOM SEG</source>
        <translation>测量打开大型 DICOM SEG 的用时</translation>
    </message>
    <message>
        <source>Where the images are put meanwhile</source>
        <translation>图像的临时存放位置</translation>
    </message>
    <message>
        <source>Where the files are put meanwhile</source>
        <translation>文件的临时存放位置</translation>
    </message>
    <message>
        <source>Time the study list and its search</source>
        <translation>测量检查列表及其搜索的用时</translation>
    </message>
    <message>
        <source>Made-up studies</source>
        <translation>虚构的检查数</translation>
    </message>
    <message>
        <source>Made-up images of all studies</source>
        <translation>所有检查的虚构图像数</translation>
    </message>
    <message>
        <source>Time finding, reading and taking many files, all in the system&apos;s cache, against DCMTK parsing the same files as dcmdump does</source>
        <translation>测量查找、读取和导入大量文件（均在系统缓存中）的用时，并与 DCMTK 像 dcmdump 那样解析相同文件作比较</translation>
    </message>
    <message>
        <source>Made-up images</source>
        <translation>虚构的图像</translation>
    </message>
    <message>
        <source>Their rows and columns; 512 makes the 525 kB of a real slice</source>
        <translation>其行数和列数；512 相当于真实层面的 525 kB</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrateCommand</name>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation>标签过少</translation>
    </message>
    <message>
        <source>the score does not rise with the labels</source>
        <translation>评分不随标签升高</translation>
    </message>
    <message>
        <source>no fit was found</source>
        <translation>未得到拟合结果</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>平均评分</translation>
    </message>
    <message>
        <source>Truly present (95 % CI)</source>
        <translation>实际存在（95 % CI）</translation>
    </message>
    <message>
        <source>%1: %2, as the model scores</source>
        <translation>%1：%2，模型原始评分</translation>
    </message>
    <message>
        <source>Calibrated, each study by a fit to other patients</source>
        <translation>校准后，每项检查均用其他患者的拟合</translation>
    </message>
    <message>
        <source>Fit a model&apos;s scores to this site&apos;s verdicts or labels</source>
        <translation>用本机构的判定或标签拟合模型评分</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column is the StudyInstanceUID, the others findings; without it, what readers accepted and rejected</source>
        <translation>标签 CSV（0 或 1）：第一列为 StudyInstanceUID，其余各列为所见；未指定时采用阅片者接受和拒绝的所见</translation>
    </message>
    <message>
        <source>Say what would come of it, and keep nothing</source>
        <translation>仅说明结果会如何，不保存</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>表中有 %n 项检查在此没有该模型的评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1. The window uses it from the next study on.</source>
        <translation>已写入 %1。窗口程序从下一项检查起使用。</translation>
    </message>
    <message>
        <source>ECE before (95 % CI)</source>
        <translation>校准前 ECE（95 % CI）</translation>
    </message>
    <message>
        <source>ECE after (95 % CI)</source>
        <translation>校准后 ECE（95 % CI）</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>正在校准</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationDialog</name>
    <message>
        <source>The package&apos;s calibration</source>
        <translation>模型包自带的校准</translation>
    </message>
    <message>
        <source>As the model scores</source>
        <translation>模型原始评分</translation>
    </message>
    <message>
        <source>Calibrated to this site</source>
        <translation>按本机构校准</translation>
    </message>
    <message>
        <source>Calibration of “%1”</source>
        <translation>“%1”的校准</translation>
    </message>
    <message>
        <source>Findings and their labels</source>
        <translation>所见及其标签</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>ECE before (95 % CI)</source>
        <translation>校准前 ECE（95 % CI）</translation>
    </message>
    <message>
        <source>ECE after (95 % CI)</source>
        <translation>校准后 ECE（95 % CI）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>ECE: expected calibration error, how far predictions are from what is true, on average. After: each study by a fit to other patients.</source>
        <translation>ECE：期望校准误差，即预测值与实际情况的平均偏差。校准后：每项检查均用其他患者的拟合。</translation>
    </message>
    <message>
        <source>From &amp;verdicts</source>
        <translation>依据判定(&amp;V)</translation>
    </message>
    <message>
        <source>From a &amp;table (CSV)…</source>
        <translation>依据表格（CSV）(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Use this calibration</source>
        <translation>使用此校准(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back to the package&apos;s</source>
        <translation>恢复模型包自带的校准(&amp;B)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading labels…</source>
        <translation>正在读取标签…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Labels: findings that readers accepted or rejected, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>标签：本机构 %n 名患者中由阅片者接受或拒绝的所见。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels: “%1”, of %n patient(s) at this site.</source>
        <translation>
            <numerusform>标签：“%1”，本机构 %n 名患者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the table have no score of this model here.</source>
        <translation>
            <numerusform>表中有 %n 项检查在此没有该模型的评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be calibrated yet: a finding needs %1 studies with it, as many without, and a score that rises with them.</source>
        <translation>尚无可校准的所见：每个所见需要 %1 项阳性检查和同样多的阴性检查，且评分须随之升高。</translation>
    </message>
    <message>
        <source>The package has no calibration of this finding.</source>
        <translation>模型包未对该所见进行校准。</translation>
    </message>
    <message>
        <source>Fitted on %1. The package has no reliability diagram.</source>
        <translation>依据%1拟合。模型包没有可靠性图。</translation>
    </message>
    <message numerus="yes">
        <source>ECE %1, %n labels</source>
        <translation>
            <numerusform>ECE %1，%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>ECE %1, each study by a fit to other patients</source>
        <translation>ECE %1，每项检查均用其他患者的拟合</translation>
    </message>
    <message>
        <source>Too few patients to judge a fit by others.</source>
        <translation>患者过少，无法用其他患者的拟合进行评价。</translation>
    </message>
    <message>
        <source>Choose a table of labels (first column StudyInstanceUID, then findings)</source>
        <translation>选择标签表（第一列为 StudyInstanceUID，其余各列为所见）</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>This site&apos;s calibration is in use now.</source>
        <translation>现已使用本机构的校准。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Give up this site&apos;s calibration of the model? It can be fitted again to the labels.</source>
        <translation>是否放弃本机构对该模型的校准？之后可依据标签重新拟合。</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃校准</translation>
    </message>
    <message>
        <source>The package&apos;s own calibration is in use again.</source>
        <translation>已恢复使用模型包自带的校准。</translation>
    </message>
</context>
<context>
    <name>fovea::CalibrationText</name>
    <message>
        <source>No labels.</source>
        <translation>没有标签。</translation>
    </message>
    <message>
        <source>Can be calibrated.</source>
        <translation>可以校准。</translation>
    </message>
    <message>
        <source>Too few labels: %1 present and %2 absent, where %3 of each are needed.</source>
        <translation>标签过少：存在 %1 个，不存在 %2 个，每种需要 %3 个。</translation>
    </message>
    <message>
        <source>The score does not rise with the labels.</source>
        <translation>评分不随标签升高。</translation>
    </message>
    <message>
        <source>No fit was found.</source>
        <translation>未得到拟合结果。</translation>
    </message>
    <message numerus="yes">
        <source>In use: this site&apos;s own calibration of %n finding(s), fitted %1.</source>
        <translation>
            <numerusform>当前使用：本机构对 %n 个所见的校准，拟合于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>In use: none. The model&apos;s package has no calibration.</source>
        <translation>当前使用：无。模型包没有校准。</translation>
    </message>
    <message>
        <source>In use: the package&apos;s own calibration, fitted on %1.</source>
        <translation>当前使用：模型包自带的校准，依据%1拟合。</translation>
    </message>
</context>
<context>
    <name>fovea::CatalogsDialog</name>
    <message>
        <source>Catalogs</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Findings and prompts</source>
        <translation>所见与提示</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>解剖部位</translation>
    </message>
</context>
<context>
    <name>fovea::CheckText</name>
    <message>
        <source>Left and right may be mixed up: it lies on the other side of its counterpart.</source>
        <translation>左右可能混淆：该结构与其对侧对应结构的左右位置颠倒。</translation>
    </message>
    <message>
        <source>It lies above or below structures where it should not be.</source>
        <translation>该结构相对于其他结构的上下位置不合理。</translation>
    </message>
    <message>
        <source>Its volume is far from that of any adult.</source>
        <translation>其体积与任何成人的体积相差甚远。</translation>
    </message>
    <message>
        <source>It reaches the border of the scan: the volume is that of the part inside.</source>
        <translation>该结构到达扫描边界：体积仅为扫描范围内的部分。</translation>
    </message>
    <message>
        <source>The network was unsure of it.</source>
        <translation>网络对该结构不确定。</translation>
    </message>
    <message>
        <source>Mean probability inside %1, entropy at the rim %2 bit</source>
        <translation>内部平均概率 %1，边缘熵 %2 bit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a structure and what speaks against it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fovea::ChipBar</name>
    <message>
        <source>anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>absent finding</source>
        <translation>无此所见</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>side</source>
        <translation>侧别</translation>
    </message>
    <message>
        <source>part</source>
        <translation>分部</translation>
    </message>
    <message>
        <source>size or severity</source>
        <translation>大小或程度</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <comment>a part of the question that a click takes away</comment>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>%1: %2. Click to ask without it.</source>
        <translation>%1：%2。单击可去掉该项后重新提问。</translation>
    </message>
    <message>
        <source>Remove “%1” (%2)</source>
        <translation>移除“%1”（%2）</translation>
    </message>
    <message>
        <source>not understood: %1</source>
        <translation>未理解：%1</translation>
    </message>
</context>
<context>
    <name>fovea::Command</name>
    <message>
        <source>The archive&apos;s folder (default: yours)</source>
        <translation>归档文件夹（默认：您的归档）</translation>
    </message>
    <message>
        <source>Print the result as one JSON object</source>
        <translation>以单个 JSON 对象输出结果</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>模型包（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>Compute in fp32, as the reference does, where half precision would be faster</source>
        <translation>即使半精度更快，也像参考实现一样以 fp32 计算</translation>
    </message>
</context>
<context>
    <name>fovea::CommandActions</name>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>fovea::CommandContext</name>
    <message>
        <source>, %1 left</source>
        <translation>，剩余 %1</translation>
    </message>
</context>
<context>
    <name>fovea::CommandLine</name>
    <message>
        <source>Fovea reads CT with fVLM. Research software, not a medical device.</source>
        <translation>Fovea 使用 fVLM 阅读 CT。科研软件，非医疗器械。</translation>
    </message>
</context>
<context>
    <name>fovea::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>fovea::CompareActions</name>
    <message>
        <source>Co&amp;mpare with the selected series</source>
        <translation>与选中的序列对比(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;End the comparison</source>
        <translation>结束对比(&amp;E)</translation>
    </message>
    <message>
        <source>Compare with &amp;prior</source>
        <translation>与既往检查对比(&amp;P)</translation>
    </message>
    <message>
        <source>Scroll the two toge&amp;ther</source>
        <translation>两者同步滚动(&amp;T)</translation>
    </message>
    <message>
        <source>Lin&amp;k the slices shown now</source>
        <translation>联动当前显示的层面(&amp;K)</translation>
    </message>
    <message>
        <source>Link by anat&amp;omy</source>
        <translation>按解剖部位联动(&amp;A)</translation>
    </message>
    <message>
        <source>Link equal posit&amp;ions (no offset)</source>
        <translation>按相同位置联动（无偏移）(&amp;I)</translation>
    </message>
</context>
<context>
    <name>fovea::CompareCommand</name>
    <message>
        <source>Train fvlm, clip and supervised alike and measure which does best</source>
        <translation>以相同条件训练 fvlm、clip 与 supervised 并比较优劣</translation>
    </message>
    <message>
        <source>Architecture, preprocessing, prompts and schedule, as JSON</source>
        <translation>架构、预处理、提示与训练安排（JSON）</translation>
    </message>
    <message>
        <source>How many phantoms to train on</source>
        <translation>用于训练的仿体数量</translation>
    </message>
    <message>
        <source>Seed of the first phantom</source>
        <translation>第一个仿体的种子</translation>
    </message>
    <message>
        <source>How many further phantoms to validate with</source>
        <translation>另用于验证的仿体数量</translation>
    </message>
    <message>
        <source>How many further phantoms to measure on</source>
        <translation>另用于测量的仿体数量</translation>
    </message>
    <message>
        <source>Steps of the optimiser in each run</source>
        <translation>每次运行的优化步数</translation>
    </message>
    <message>
        <source>Runs of each objective</source>
        <translation>每个目标函数的运行次数</translation>
    </message>
    <message>
        <source>File for the result, JSON or CSV; named again, its runs are not repeated</source>
        <translation>结果文件（JSON 或 CSV）；再次指定时不重复其中的运行</translation>
    </message>
</context>
<context>
    <name>fovea::ComparePane</name>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Compared: %1</source>
        <translation>对比：%1</translation>
    </message>
    <message>
        <source>Scroll together. Off: move one alone; on again: keep the two slices shown side by side.</source>
        <translation>同步滚动。关闭：单独移动其中一个；再次开启：保持当前并排显示的两个层面对应。</translation>
    </message>
</context>
<context>
    <name>fovea::CompareText</name>
    <message>
        <source>%1%2 mm</source>
        <extracomment>An offset along the scroll axis; %1 is its sign.</extracomment>
        <translation>%1%2 mm</translation>
    </message>
    <message>
        <source>on the same day</source>
        <translation>同日</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>早 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>晚 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>早 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>晚 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>早 %n 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>晚 %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>No prior: the archive has no other study of this patient.</source>
        <translation>无既往检查：归档中没有该患者的其他检查。</translation>
    </message>
    <message>
        <source>No prior: the open study has no date, so that nothing is known to be earlier.</source>
        <translation>无既往检查：打开的检查没有日期，无法确定哪些检查更早。</translation>
    </message>
    <message>
        <source>No prior: the archive has no earlier study of this patient.</source>
        <translation>无既往检查：归档中没有该患者更早的检查。</translation>
    </message>
    <message>
        <source>No prior: earlier studies of this patient have no series of the modality %1.</source>
        <translation>无既往检查：该患者更早的检查中没有模态为 %1 的序列。</translation>
    </message>
    <message>
        <source>No prior: earlier studies of this patient show other parts of the body. One that is selected in the list of studies can be compared all the same.</source>
        <translation>无既往检查：该患者更早的检查显示的是身体其他部位。仍可在检查列表中选中一项进行对比。</translation>
    </message>
    <message>
        <source>No prior: earlier series of this patient have less than three slices.</source>
        <translation>无既往检查：该患者更早的序列不足三个层面。</translation>
    </message>
    <message>
        <source>Prior: %1</source>
        <translation>既往检查：%1</translation>
    </message>
    <message numerus="yes">
        <source>Prior: %1 (the closest match of %n earlier studies)</source>
        <translation>
            <numerusform>既往检查：%1（%n 项更早检查中最匹配的一项）</numerusform>
        </translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>未联动</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Linked, %1</source>
        <translation>联动，%1</translation>
    </message>
    <message>
        <source>The compared slice lies %1 mm further to %2.</source>
        <extracomment>%1: how far; %2: letters of the patient&apos;s directions, such as S.</extracomment>
        <translation>对比层面向 %2 方向偏移 %1 mm。</translation>
    </message>
    <message>
        <source>Equal positions are side by side.</source>
        <translation>相同位置并排显示。</translation>
    </message>
    <message>
        <source>The two volumes do not overlap: their middles are side by side.</source>
        <translation>两个容积不重叠：以各自的中心并排显示。</translation>
    </message>
    <message>
        <source>Linked by hand.</source>
        <translation>手动联动。</translation>
    </message>
    <message numerus="yes">
        <source>Linked by %n structure(s) that both segmentations have.</source>
        <translation>
            <numerusform>按两个分割共有的 %n 个结构联动。</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared series has another frame of reference and lies elsewhere: its middle was put beside the middle. Link two slices that belong together.</source>
        <translation>对比序列的参考坐标系不同且位于别处：已将两者中心对齐。请联动两个相互对应的层面。</translation>
    </message>
    <message>
        <source>The compared series has another frame of reference; its slices were linked by hand.</source>
        <translation>对比序列的参考坐标系不同；其层面已手动联动。</translation>
    </message>
    <message numerus="yes">
        <source>The compared series has another frame of reference; its position was matched by %n structure(s), typically to within %1 mm.</source>
        <translation>
            <numerusform>对比序列的参考坐标系不同；其位置已按 %n 个结构匹配，误差通常在 %1 mm 以内。</numerusform>
        </translation>
    </message>
    <message>
        <source>The compared series has another frame of reference: equal positions need not be equal anatomy.</source>
        <translation>对比序列的参考坐标系不同：相同位置不一定是相同的解剖部位。</translation>
    </message>
</context>
<context>
    <name>fovea::ComparisonReport</name>
    <message>
        <source>Objective</source>
        <translation>目标函数</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行次数</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>平均 AUC</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Over clip</source>
        <translation>高于 clip</translation>
    </message>
    <message>
        <source>Over supervised</source>
        <translation>高于 supervised</translation>
    </message>
    <message>
        <source>Recall at 10</source>
        <translation>Recall@10</translation>
    </message>
    <message>
        <source>A random order has a recall of %1.</source>
        <translation>随机顺序的召回率为 %1。</translation>
    </message>
</context>
<context>
    <name>fovea::CropBox</name>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>前侧</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>后侧</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>足侧</translation>
    </message>
    <message>
        <source>superior</source>
        <translation>头侧</translation>
    </message>
    <message>
        <source>Clipping box</source>
        <translation>裁剪框</translation>
    </message>
    <message>
        <source>Reset crop</source>
        <translation>重置裁剪</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Anterior</source>
        <translation>前侧</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>后侧</translation>
    </message>
    <message>
        <source>Inferior</source>
        <translation>足侧</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>头侧</translation>
    </message>
    <message>
        <source>%1 face of the clipping box</source>
        <translation>裁剪框的%1面</translation>
    </message>
    <message>
        <source>Clipping plane</source>
        <translation>裁剪平面</translation>
    </message>
    <message>
        <source>Lies as the slice view does, through the cursor, oblique ones too</source>
        <translation>与层面视图方位一致并经过光标，斜切面亦然</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Side of the clipping plane that is kept</source>
        <translation>裁剪平面所保留的一侧</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Anatomy to crop to</source>
        <translation>裁剪到的解剖部位</translation>
    </message>
    <message>
        <source>Margin around the anatomy</source>
        <translation>解剖部位周围的边距</translation>
    </message>
    <message>
        <source>+ </source>
        <translation>+ </translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Crop to anatomy</source>
        <translation>裁剪到解剖部位</translation>
    </message>
    <message>
        <source>The open series has no segmentation to crop to.</source>
        <translation>打开的序列没有可供裁剪的分割。</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留%1</translation>
    </message>
</context>
<context>
    <name>fovea::CurvePlot</name>
    <message>
        <source>%1: %2 after %3 steps</source>
        <translation>%1：%3 步后为 %2</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>fovea::DemoCommand</name>
    <message>
        <source>Analyse a synthetic sample study</source>
        <translation>分析合成的示例检查</translation>
    </message>
    <message>
        <source>Making the sample study</source>
        <translation>正在生成示例检查</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>This study is a synthetic phantom, not a patient. Fovea is research software and not a medical device.</source>
        <translation>本检查为合成体模，并非患者。Fovea 是科研软件，非医疗器械。</translation>
    </message>
    <message>
        <source>Asked for &quot;%1&quot;:</source>
        <translation>查询“%1”：</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在检索</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
</context>
<context>
    <name>fovea::DurationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>fovea::EditDesk</name>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Corrections are not saved automatically: %1 Save them soon.</source>
        <translation>修正内容未能自动保存：%1请尽快保存。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；未做任何更改。</translation>
    </message>
    <message>
        <source>Corrected segmentation</source>
        <translation>修正后的分割</translation>
    </message>
    <message>
        <source>When Fovea ended, corrections of this segmentation were not saved. Restore them?</source>
        <translation>Fovea 上次退出时，对该分割的修正尚未保存。是否恢复？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore corrections</source>
        <translation>恢复修正</translation>
    </message>
    <message>
        <source>The corrections of the segmentation are not saved and will be lost. To keep them, go back and save them as a corrected segmentation.</source>
        <translation>对分割的修正尚未保存，将会丢失。如需保留，请返回并将其保存为修正后的分割。</translation>
    </message>
    <message>
        <source>Discard corrections</source>
        <translation>放弃修正</translation>
    </message>
</context>
<context>
    <name>fovea::EditPanel</name>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>%L1 voxels changed.</source>
        <translation>已更改 %L1 个体素。</translation>
    </message>
    <message>
        <source>There was nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
    <message>
        <source>Stored in the archive. The findings of what changed are new.</source>
        <translation>已存入归档。已更改部位的所见已更新。</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Name of a new structure</source>
        <translation>新结构的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>[ and ] or Shift+wheel: radius. Ctrl: the other way round. Escape: end.</source>
        <translation>[ 和 ] 键或 Shift+滚轮：调整半径。按住 Ctrl：绘制与擦除互换。Esc：结束。</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Paints only voxels in the HU range.</source>
        <translation>仅绘制 HU 范围内的体素。</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Disc (this slice)</source>
        <translation>圆形（仅当前层面）</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>球形</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Lowest HU</source>
        <translation>最低 HU</translation>
    </message>
    <message>
        <source>Highest HU</source>
        <translation>最高 HU</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>HU range</source>
        <translation>HU 范围</translation>
    </message>
    <message>
        <source>May take voxels of other structures</source>
        <translation>可覆盖其他结构的体素</translation>
    </message>
    <message>
        <source>Erases every structure</source>
        <translation>擦除时作用于所有结构</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save as corrected segmentation</source>
        <translation>保存为修正后的分割</translation>
    </message>
    <message>
        <source>Stores a new DICOM segmentation of this series; the one that was opened stays. Anatomies that changed are scored again.</source>
        <translation>为该序列存储新的 DICOM 分割；原先打开的分割予以保留。已更改的解剖部位将重新评分。</translation>
    </message>
    <message>
        <source>The segmentation has no label left for a new structure.</source>
        <translation>该分割已没有可用于新结构的标签。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Save as corrected segmentation *</source>
        <translation>保存为修正后的分割 *</translation>
    </message>
</context>
<context>
    <name>fovea::ErrorText</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other studies or programs and try again.</source>
        <translation>内存不足。请关闭其他检查或程序后重试。</translation>
    </message>
    <message>
        <source>An unexpected failure in a library. The details say which; please report it.</source>
        <translation>库中发生意外错误。详细信息中有说明，请报告此问题。</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”. Check the path.</source>
        <translation>文件或文件夹“%1”不存在。请检查路径。</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions.</source>
        <translation>无法读取“%1”。请检查其权限。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder&apos;s permissions.</source>
        <translation>无法写入“%1”。请检查该文件夹的权限。</translation>
    </message>
    <message>
        <source>The disk is full while writing “%1”. Free some space and try again; nothing was changed.</source>
        <translation>写入“%1”时磁盘已满。请释放空间后重试；未做任何更改。</translation>
    </message>
    <message>
        <source>“%1” is not a DICOM file.</source>
        <translation>“%1”不是 DICOM 文件。</translation>
    </message>
    <message>
        <source>“%1” is not a CT image (%2).</source>
        <translation>“%1”不是 CT 图像（%2）。</translation>
    </message>
    <message>
        <source>There is no CT series in “%1”. Choose the folder that holds the study&apos;s images.</source>
        <translation>“%1”中没有 CT 序列。请选择包含该检查图像的文件夹。</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read. Export it again from where it came.</source>
        <translation>“%1”已损坏，无法读取。请从来源系统重新导出。</translation>
    </message>
    <message>
        <source>This kind of image data is not supported: %1. Export the series uncompressed and try again.</source>
        <translation>不支持此类图像数据：%1。请以未压缩格式导出该序列后重试。</translation>
    </message>
    <message>
        <source>“%1” is a localizer (scout view) and not part of a volume.</source>
        <translation>“%1”是定位像，不属于容积数据。</translation>
    </message>
    <message>
        <source>The images of this series do not form one volume: they differ in %1.</source>
        <translation>该序列的图像不能构成一个容积：%1 不一致。</translation>
    </message>
    <message>
        <source>The slices are not evenly spaced: %1 mm expected, %2 mm found. Images may be missing; export the series again.</source>
        <translation>层间距不均匀：应为 %1 mm，实为 %2 mm。可能缺少图像；请重新导出该序列。</translation>
    </message>
    <message>
        <source>The rescale slope %1 does not give whole Hounsfield units. This is not a CT in HU.</source>
        <translation>重缩放斜率 %1 得不到整数 HU 值。这不是以 HU 为单位的 CT。</translation>
    </message>
    <message>
        <source>A value of %1 HU is outside what a CT can hold (−32768 to 32767).</source>
        <translation>%1 HU 超出了 CT 可容纳的数值范围（−32768 至 32767）。</translation>
    </message>
    <message>
        <source>The series has no images.</source>
        <translation>该序列没有图像。</translation>
    </message>
    <message>
        <source>The segmentation does not lie on this CT: %1 differs.</source>
        <translation>分割与该 CT 不匹配：%1 不一致。</translation>
    </message>
    <message>
        <source>“%1” is not a segmentation: %2.</source>
        <translation>“%1”不是分割：%2。</translation>
    </message>
    <message>
        <source>The segmentation belongs to another patient or scan: %1 differs. It was not opened.</source>
        <translation>该分割属于其他患者或其他扫描：%1 不一致。未打开。</translation>
    </message>
    <message>
        <source>The segmentation “%1” is empty: it marks no voxel.</source>
        <translation>分割“%1”为空：未标记任何体素。</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened. Check that the folder exists and can be written.</source>
        <translation>无法打开归档“%1”。请确认该文件夹存在且可写。</translation>
    </message>
    <message>
        <source>The archive was written by a newer version of Fovea (format %1, this version knows %2). Update the program.</source>
        <translation>该归档由更新版本的 Fovea 写入（格式 %1，本版本支持 %2）。请更新程序。</translation>
    </message>
    <message>
        <source>The archive did not accept a change; nothing was lost. The details say why.</source>
        <translation>归档未接受更改；没有数据丢失。详细信息中说明了原因。</translation>
    </message>
    <message>
        <source>“%1” is not in the archive. Import it first.</source>
        <translation>“%1”不在归档中。请先导入。</translation>
    </message>
    <message>
        <source>“%1” matches more than one. Name it fully.</source>
        <translation>“%1”匹配多项。请输入完整名称。</translation>
    </message>
    <message>
        <source>The model library “%1” cannot be loaded. Install LibTorch and Fovea again.</source>
        <translation>无法加载模型库“%1”。请重新安装 LibTorch 和 Fovea。</translation>
    </message>
    <message>
        <source>There is no model package in “%1”.</source>
        <translation>“%1”中没有模型包。</translation>
    </message>
    <message>
        <source>The model package is damaged: %1: %2. Import the model again.</source>
        <translation>模型包已损坏：%1：%2。请重新导入模型。</translation>
    </message>
    <message>
        <source>The checkpoint asks to run “%1”. It was refused and nothing was run. Do not trust this file.</source>
        <translation>该检查点要求执行“%1”。已拒绝，未执行任何内容。请勿信任此文件。</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read: %1. Download it again.</source>
        <translation>无法读取检查点：%1。请重新下载。</translation>
    </message>
    <message>
        <source>The vocabulary cannot be used: %1.</source>
        <translation>词表无法使用：%1。</translation>
    </message>
    <message>
        <source>None of the model&apos;s anatomies is segmented in this study. Open a segmentation that has them.</source>
        <translation>本检查中没有分割出模型所涉及的任何解剖部位。请打开包含这些部位的分割。</translation>
    </message>
    <message>
        <source>Type a question first, for example “pleural effusion”.</source>
        <translation>请先输入问题（用英文），例如“pleural effusion”。</translation>
    </message>
    <message>
        <source>The training diverged at step %1: the loss is no longer a number. Use a lower learning rate.</source>
        <translation>训练在第 %1 步发散：损失值已不是数字。请使用更低的学习率。</translation>
    </message>
    <message>
        <source>There are no studies to work on.</source>
        <translation>没有可处理的检查。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be understood: %2.</source>
        <translation>无法解析“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>“%1” should have the shape %2 and has %3</source>
        <translation>“%1”的形状应为 %2，实际为 %3</translation>
    </message>
    <message>
        <source>“%1” is cut off</source>
        <translation>“%1”被截断</translation>
    </message>
    <message>
        <source>“%1” is damaged</source>
        <translation>“%1”已损坏</translation>
    </message>
    <message>
        <source>“%1” is of an unsupported type (%2)</source>
        <translation>“%1”的类型不受支持（%2）</translation>
    </message>
    <message>
        <source>“%1” holds values that are not numbers (NaN or infinite)</source>
        <translation>“%1”含有非数值（NaN 或无穷大）</translation>
    </message>
    <message>
        <source>The model&apos;s tensors cannot be used:</source>
        <translation>模型的张量无法使用：</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The checkpoint has %1 anatomies and %2 are named. Name them in a manifest (model.json).</source>
        <translation>检查点有 %1 个解剖部位，而命名了 %2 个。请在清单（model.json）中命名。</translation>
    </message>
    <message>
        <source>This is not the released network, and its tensors do not tell the number “%1”. Give it in a manifest (model.json).</source>
        <translation>这不是已发布的网络，其张量无法说明数值“%1”。请在清单（model.json）中给出。</translation>
    </message>
    <message>
        <source>This program does not agree with “%1”: %2 differ by up to %3 (tolerance: %4).</source>
        <translation>本程序与“%1”不一致：%2 的差异最大为 %3（容差：%4）。</translation>
    </message>
    <message>
        <source>“%1”, line %2: the row does not have one cell for each column, or a quotation mark is not closed.</source>
        <translation>“%1”第 %2 行：该行的单元格数与列数不符，或引号未闭合。</translation>
    </message>
    <message>
        <source>“%1”, line %2: this volume is already in line %3.</source>
        <translation>“%1”第 %2 行：该容积已出现在第 %3 行。</translation>
    </message>
    <message>
        <source>“%1” has no column but the volume&apos;s name. It must be a comma-separated table with one column for each finding.</source>
        <translation>“%1”除容积名称外没有其他列。它必须是以逗号分隔的表格，每个所见一列。</translation>
    </message>
    <message>
        <source>“%1” has two columns for “%2”.</source>
        <translation>“%1”中“%2”有两列。</translation>
    </message>
    <message>
        <source>“%1”, line 1, column “%2”: “%3” has no column for this finding.</source>
        <translation>“%1”第 1 行“%2”列：“%3”中没有该所见的列。</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: the value must be in %4.</source>
        <translation>“%1”第 %2 行“%3”列：数值必须在 %4 内。</translation>
    </message>
    <message>
        <source>“%1”, line %2, column “%3”: the cell is empty.</source>
        <translation>“%1”第 %2 行“%3”列：单元格为空。</translation>
    </message>
    <message>
        <source>No volume is in both “%1” and “%2”. Check that both name the volumes in the same way.</source>
        <translation>“%1”与“%2”没有共同的容积。请检查两者对容积的命名是否一致。</translation>
    </message>
    <message>
        <source>The images need %1 GB of memory, %2 GB more than is free. Close other studies or programs and try again.</source>
        <translation>图像需要 %1 GB 内存，比可用内存多 %2 GB。请关闭其他检查或程序后重试。</translation>
    </message>
    <message>
        <source>%1 studies are too few to validate on: it takes at least %2. Choose more studies.</source>
        <translation>%1 项检查过少，无法验证：至少需要 %2 项。请选择更多检查。</translation>
    </message>
    <message>
        <source>%1 studies are too few to learn from: it takes at least %2. Choose more studies.</source>
        <translation>%1 项检查过少，无法学习：至少需要 %2 项。请选择更多检查。</translation>
    </message>
    <message>
        <source>No finding is present in some of the studies for validation and absent in others. Add studies of both kinds.</source>
        <translation>在用于验证的检查中，没有任何所见既有存在者又有不存在者。请添加这两类检查。</translation>
    </message>
    <message>
        <source>No finding is present in some of the studies for training and absent in others. Add studies of both kinds.</source>
        <translation>在用于训练的检查中，没有任何所见既有存在者又有不存在者。请添加这两类检查。</translation>
    </message>
    <message>
        <source>There are no lungs in this scan, or too little of them: only a chest CT can be segmented this way.</source>
        <translation>本次扫描中没有肺或肺部过少：只有胸部 CT 可以用这种方式分割。</translation>
    </message>
    <message>
        <source>“%1” does not say what kind of image it is.</source>
        <translation>“%1”未说明是何种图像。</translation>
    </message>
    <message>
        <source>“%1” does not say where in the patient it lies, or how large its pixels are, so that it is no part of a volume.</source>
        <translation>“%1”未说明其在患者体内的位置或像素大小，因此不能构成容积的一部分。</translation>
    </message>
    <message>
        <source>It is there twice: another file has the same SOP Instance UID.</source>
        <translation>重复存在：另一文件具有相同的 SOP Instance UID。</translation>
    </message>
    <message>
        <source>The slices are shifted against each other as if the gantry had been tilted by %1°, which none can: their positions are wrong.</source>
        <translation>各层面相互错位，相当于机架倾斜 %1°，而任何机架都不可能如此倾斜：层面位置有误。</translation>
    </message>
    <message>
        <source>“%1” is not a segmentation.</source>
        <translation>“%1”不是分割。</translation>
    </message>
    <message>
        <source>The CT that the segmentation belongs to is not in the archive. Import it first.</source>
        <translation>该分割所属的 CT 不在归档中。请先导入该 CT。</translation>
    </message>
    <message>
        <source>The archive&apos;s folder is no longer there. Connect its drive again; what was not saved is tried again.</source>
        <translation>归档文件夹已不存在。请重新连接其驱动器；未保存的内容会再次尝试保存。</translation>
    </message>
    <message>
        <source>The folder holds images but no database. Restore a backup of the archive, or choose another folder.</source>
        <translation>该文件夹中有图像但没有数据库。请恢复归档的备份，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The archive has problems; the list says which.</source>
        <translation>归档存在问题；详见列表。</translation>
    </message>
    <message>
        <source>Another program has the archive open. Close it there first.</source>
        <translation>归档已被另一程序打开。请先在该程序中关闭。</translation>
    </message>
    <message>
        <source>Another program is writing to the archive and did not end in time. Nothing was lost; try again.</source>
        <translation>另一程序正在写入归档，未能及时结束。没有数据丢失；请重试。</translation>
    </message>
    <message>
        <source>The archive cannot be written: its folder or drive is read-only. Change that, or choose another folder.</source>
        <translation>无法写入归档：其文件夹或驱动器为只读。请更改，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The archive&apos;s database is damaged. Check the archive (File menu), or restore a backup.</source>
        <translation>归档的数据库已损坏。请检查归档（“文件”菜单），或恢复备份。</translation>
    </message>
    <message>
        <source>The archive&apos;s files cannot be reached. Check its drive and that there is space on it.</source>
        <translation>无法访问归档的文件。请检查其驱动器以及其上是否有可用空间。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>archive, what is wrong</comment>
        <translation>“%1”：%2</translation>
    </message>
</context>
<context>
    <name>fovea::EvaluateCommand</name>
    <message>
        <source>Evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>Measure a model on studies with known truth, or scores in a file</source>
        <translation>用已知真值的检查评估模型，或评估文件中的评分</translation>
    </message>
    <message>
        <source>Folder with predictions.csv and labels.csv</source>
        <translation>含 predictions.csv 与 labels.csv 的文件夹</translation>
    </message>
    <message>
        <source>CSV of scores from 0 to 1: the first column names the volume, each other a finding (the truth&apos;s title, or fVLM&apos;s organ_finding_negative_positive)</source>
        <translation>评分 CSV（0 到 1）：第一列为容积名称，其余各列为所见（与真值表标题相同，或 fVLM 的 organ_finding_negative_positive）</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column names the volume; a column &quot;patient&quot; says whose it is, else CT-RATE&apos;s names do</source>
        <translation>标签 CSV（0 或 1）：第一列为容积名称；&quot;patient&quot; 列说明所属患者，否则由 CT-RATE 的命名判断</translation>
    </message>
    <message>
        <source>A volume without a score counts as score 0 (zero, CT-RATE&apos;s rule and the default) or not at all (leave-out)</source>
        <translation>没有评分的容积按 0 分计（zero，CT-RATE 的规则，默认）或不计（leave-out）</translation>
    </message>
    <message>
        <source>JSON of paraphrases and searches to measure the model with</source>
        <translation>用于测量模型的改写与检索（JSON）</translation>
    </message>
    <message>
        <source>Without --prompts, paraphrases and searches were not measured.</source>
        <translation>未指定 --prompts，未测量改写与检索。</translation>
    </message>
</context>
<context>
    <name>fovea::EvaluationReport</name>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>With</source>
        <translation>阳性</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>阴性</translation>
    </message>
    <message>
        <source>AUC (95 % CI)</source>
        <translation>AUC（95 % CI）</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>特异度</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 weighted</source>
        <translation>加权 F1</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>ECE calibrated</source>
        <translation>校准后 ECE</translation>
    </message>
    <message>
        <source>Platt a</source>
        <translation>Platt a</translation>
    </message>
    <message>
        <source>Platt b</source>
        <translation>Platt b</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>No finding is both present and absent among %1 studies.</source>
        <translation>在 %1 项检查中，没有任何所见同时存在阳性与阴性。</translation>
    </message>
    <message>
        <source>Mean AUC over %1 studies: %2</source>
        <translation>%1 例检查的平均 AUC：%2</translation>
    </message>
    <message>
        <source>Intervals: 95 %, from %1 bootstrap resamples of %2 patients (fixed seed), at the threshold shown.</source>
        <translation>区间：95 %，由 %2 名患者的 %1 次自助重采样得到（固定种子），以所示阈值计算。</translation>
    </message>
    <message>
        <source>Thresholds are chosen on the same cases (closest to sensitivity and specificity 1), so what depends on them is optimistic.</source>
        <translation>阈值在同一批病例上选取（最接近灵敏度与特异度均为 1），因此依赖阈值的指标偏乐观。</translation>
    </message>
    <message>
        <source>%1 volumes of %2 patients.</source>
        <translation>%2 名患者的 %1 个容积。</translation>
    </message>
    <message>
        <source>%1 volumes do not say whose they are: each counts as a patient of its own.</source>
        <translation>%1 个容积未说明所属患者：各自视为一名患者。</translation>
    </message>
    <message>
        <source>%1 volumes have predictions and no truth: left out.</source>
        <translation>%1 个容积有预测而无真值：已略过。</translation>
    </message>
    <message>
        <source>%1 volumes have truth and no predictions: left out.</source>
        <translation>%1 个容积有真值而无预测：已略过。</translation>
    </message>
    <message>
        <source>%1 labels are empty: left out.</source>
        <translation>%1 个标签为空：已略过。</translation>
    </message>
    <message>
        <source>A volume without a score counts as score 0 (CT-RATE&apos;s rule), and for calibration not at all.</source>
        <translation>没有评分的容积按 0 分计（CT-RATE 的规则），校准时不计。</translation>
    </message>
    <message>
        <source>A volume without a score is left out.</source>
        <translation>没有评分的容积被略过。</translation>
    </message>
    <message>
        <source>Labels without predictions: %1.</source>
        <translation>没有预测的标签：%1。</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>attention-weighted value</source>
        <translation>注意力加权值</translation>
    </message>
    <message>
        <source>gradient x input</source>
        <translation>梯度×输入</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>finding and side</source>
        <translation>所见与侧别</translation>
    </message>
    <message>
        <source>finding and lobe</source>
        <translation>所见与肺叶</translation>
    </message>
    <message>
        <source>mean HU</source>
        <translation>平均 HU</translation>
    </message>
    <message>
        <source>standard deviation of HU</source>
        <translation>HU 标准差</translation>
    </message>
    <message>
        <source>5th percentile of HU</source>
        <translation>HU 第 5 百分位</translation>
    </message>
    <message>
        <source>95th percentile of HU</source>
        <translation>HU 第 95 百分位</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>%1 of %2: %3 (%4–%5)</source>
        <translation>%1/%2：%3（%4–%5）</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>例数</translation>
    </message>
    <message>
        <source>Calibration as the package states it (nothing refitted)</source>
        <translation>模型包自带的校准（未重新拟合）</translation>
    </message>
    <message>
        <source>Mean ECE: %1; worst: %2 (%3)</source>
        <translation>平均 ECE：%1；最差：%2（%3）</translation>
    </message>
    <message>
        <source>AUC, own prompts</source>
        <translation>AUC，自带提示</translation>
    </message>
    <message>
        <source>Mean of paraphrases</source>
        <translation>改写平均</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>各项</translation>
    </message>
    <message>
        <source>The same findings in other words</source>
        <translation>用其他措辞表达的同一所见</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>询问内容</translation>
    </message>
    <message>
        <source>Correct side (95 % CI)</source>
        <translation>侧别正确（95% CI）</translation>
    </message>
    <message>
        <source>Correct lobe (95 % CI)</source>
        <translation>肺叶正确（95% CI）</translation>
    </message>
    <message>
        <source>a token at random</source>
        <translation>随机词元</translation>
    </message>
    <message>
        <source>Where the findings are (studies that have them on one side)</source>
        <translation>所见位置（仅单侧的检查）</translation>
    </message>
    <message>
        <source>Whether the map&apos;s highest token lies on the finding&apos;s side, and in one of its lobes. Wilson intervals.</source>
        <translation>图中最高词元是否位于所见的一侧及其肺叶内。Wilson 区间。</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Recall@10</source>
        <translation>Recall@10</translation>
    </message>
    <message>
        <source>Searching studies by text</source>
        <translation>按文本检索检查</translation>
    </message>
    <message>
        <source>No query has a true study among them.</source>
        <translation>没有任何查询存在真实匹配的检查。</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>margin against the negative prompts</source>
        <translation>与否定提示的差值</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Best statistic</source>
        <translation>最佳统计量</translation>
    </message>
    <message>
        <source>Present when</source>
        <translation>存在条件</translation>
    </message>
    <message>
        <source>AUC, fitted half</source>
        <translation>AUC，拟合半数</translation>
    </message>
    <message>
        <source>AUC, other half</source>
        <translation>AUC，另一半</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>更高</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>What one number about the region gives away</source>
        <translation>单一区域数值所透露的信息</translation>
    </message>
    <message>
        <source>Statistic and direction are chosen on half of the studies and measured on the other half. A model should do clearly better.</source>
        <translation>统计量与方向在一半检查上选定，在另一半上测量。模型应明显更好。</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>逐一剔除</translation>
    </message>
    <message>
        <source>ECE (95 % CI)</source>
        <translation>ECE（95 % CI）</translation>
    </message>
    <message>
        <source>ECE: expected calibration error; calibrated: by Platt scaling, 5-fold, no patient on both sides. Resampling raises it, so its intervals lean upwards.</source>
        <translation>ECE：期望校准误差；校准：Platt 缩放，5 折，同一患者不会同时出现在两侧。重采样会使其升高，因此其区间偏高。</translation>
    </message>
    <message>
        <source>margin against “Not …”</source>
        <translation>与“Not …”的差值</translation>
    </message>
    <message>
        <source>cosine without each modality&apos;s mean</source>
        <translation>减去各模态均值后的余弦</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Nearest, whitened</source>
        <translation>最近邻（白化）</translation>
    </message>
    <message>
        <source>Mahalanobis</source>
        <translation>马氏距离</translation>
    </message>
    <message>
        <source>Normal in the bank</source>
        <translation>库中正常例数</translation>
    </message>
    <message>
        <source>Unusual organs: AUC of any finding against none</source>
        <translation>偏离正常的器官：有任一所见与无所见相比的 AUC</translation>
    </message>
    <message>
        <source>Distance of the embedding from normal ones of half of the studies, measured on the other half.</source>
        <translation>嵌入向量与一半检查中正常者的距离，在另一半上测量。</translation>
    </message>
    <message>
        <source>AUC, one prompt</source>
        <translation>AUC，单一提示</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>集成</translation>
    </message>
    <message>
        <source>With scalars</source>
        <translation>加入标量</translation>
    </message>
    <message>
        <source>What the ensemble of prompts and measured scalars add</source>
        <translation>提示集成与测量标量带来的增益</translation>
    </message>
    <message>
        <source>Volume, mean HU, share below -950 HU, volume above 130 HU, in a logistic regression with the score; fitted on half of the studies, measured on the other half. A mean takes the ensemble where a column has none.</source>
        <translation>体积、平均 HU、低于 -950 HU 的占比、高于 130 HU 的体积，与评分一同用于逻辑回归；在一半检查上拟合，在另一半上测量。某列无值时，平均值取集成的结果。</translation>
    </message>
    <message>
        <source>leave neighbors out</source>
        <translation>剔除邻域</translation>
    </message>
    <message>
        <source>Recall@10 by query</source>
        <translation>各查询的 Recall@10</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>“Not …”</source>
        <translation>“Not …”</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Region to region</source>
        <translation>部位对部位</translation>
    </message>
    <message>
        <source>Recall@1</source>
        <translation>Recall@1</translation>
    </message>
    <message>
        <source>Recall@5</source>
        <translation>Recall@5</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询数</translation>
    </message>
    <message>
        <source>In other words:</source>
        <translation>用其他措辞：</translation>
    </message>
    <message>
        <source>Region to region:</source>
        <translation>部位对部位：</translation>
    </message>
    <message>
        <source>Means over the queries with a true study; region to region, over every true study as the example. Recall@k: true studies among the first k, of as many as could be there.</source>
        <translation>为有真实匹配检查的各查询的平均值；部位对部位为以每项真实匹配的检查作为示例的平均值。Recall@k：前 k 项中真实匹配的检查数，与其中最多可能有的数量之比。</translation>
    </message>
</context>
<context>
    <name>fovea::ExportActions</name>
    <message>
        <source>&amp;Copy the view</source>
        <translation>复制视图(&amp;C)</translation>
    </message>
    <message>
        <source>Save the view as a pict&amp;ure…</source>
        <translation>将视图保存为图片(&amp;U)…</translation>
    </message>
    <message>
        <source>The %1 view is on the clipboard.</source>
        <translation>%1视图已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the view as a picture</source>
        <translation>将视图保存为图片</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>fovea::ExportCommand</name>
    <message>
        <source>Write what is known of a series: DICOM objects, a report, tables</source>
        <translation>写出某一序列的已知内容：DICOM 对象、报告、表格</translation>
    </message>
    <message>
        <source>Every CT series of the archive, or of the studies that --search finds; tables only</source>
        <translation>归档中的所有 CT 序列，或 --search 所找到检查中的所有 CT 序列；仅限表格</translation>
    </message>
    <message>
        <source>Folder to write into; made where missing</source>
        <translation>要写入的文件夹；不存在时新建</translation>
    </message>
    <message>
        <source>Measurement report (DICOM SR, TID 1500)</source>
        <translation>测量报告（DICOM SR，TID 1500）</translation>
    </message>
    <message>
        <source>Segmentation (DICOM SEG)</source>
        <translation>分割 (DICOM SEG)</translation>
    </message>
    <message>
        <source>Key images (DICOM secondary captures)</source>
        <translation>关键图像（DICOM 二次捕获）</translation>
    </message>
    <message>
        <source>Selection of the key images (DICOM key object selection)</source>
        <translation>关键图像的选择（DICOM 关键对象选择）</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>报告 (PDF)</translation>
    </message>
    <message>
        <source>Report (DICOM encapsulated PDF)</source>
        <translation>报告（DICOM 封装 PDF）</translation>
    </message>
    <message>
        <source>Table of everything (CSV)</source>
        <translation>全部内容的表格 (CSV)</translation>
    </message>
    <message>
        <source>Table of everything (JSON)</source>
        <translation>全部内容的表格 (JSON)</translation>
    </message>
    <message>
        <source>The report does not say who the patient is</source>
        <translation>报告中不注明患者身份</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>替换已有的文件</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>What the studies must have, with --all: words, dates, tags, findings</source>
        <translation>与 --all 一起使用，检查须符合的条件：词语、日期、标签、发现</translation>
    </message>
    <message>
        <source>Series %1 left out: %2</source>
        <translation>已略过序列 %1：%2</translation>
    </message>
</context>
<context>
    <name>fovea::ExportDesk</name>
    <message>
        <source>&amp;Report (PDF)…</source>
        <translation>报告 (PDF)(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Tables (CSV, JSON)…</source>
        <translation>表格 (CSV, JSON)(&amp;T)…</translation>
    </message>
    <message>
        <source>Results as &amp;DICOM…</source>
        <translation>结果导出为 DICOM(&amp;D)…</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>The segmentation has corrections that are not saved. Save or discard them first: what is exported is what is stored.</source>
        <translation>分割有未保存的修正。请先保存或放弃：导出的是已存储的内容。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already, “%1” among them. Replace them?</source>
        <translation>
            <numerusform>已有 %n 个文件，包括“%1”。是否替换？</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export tables…</source>
        <translation>导出表格(&amp;E)…</translation>
    </message>
    <message>
        <source>The export was cancelled. Files written before stay.</source>
        <translation>导出已取消。此前写入的文件予以保留。</translation>
    </message>
</context>
<context>
    <name>fovea::ExportDialog</name>
    <message>
        <source>The report &amp;names the patient</source>
        <translation>报告中注明患者姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>供阅读</translation>
    </message>
    <message>
        <source>&amp;Report (PDF)</source>
        <translation>报告 (PDF)(&amp;R)</translation>
    </message>
    <message>
        <source>Table (&amp;CSV)</source>
        <translation>表格 (CSV)(&amp;C)</translation>
    </message>
    <message>
        <source>Table (&amp;JSON)</source>
        <translation>表格 (JSON)(&amp;J)</translation>
    </message>
    <message>
        <source>For an archive (DICOM)</source>
        <translation>供归档 (DICOM)</translation>
    </message>
    <message>
        <source>&amp;Measurement report (SR, TID 1500)</source>
        <translation>测量报告（SR，TID 1500）(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Segmentation (SEG)</source>
        <translation>分割 (SEG)(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Key images (secondary captures)</source>
        <translation>关键图像（二次捕获）(&amp;K)</translation>
    </message>
    <message>
        <source>Selection of the key &amp;images (KO)</source>
        <translation>关键图像的选择 (KO)(&amp;I)</translation>
    </message>
    <message>
        <source>Report (&amp;encapsulated PDF)</source>
        <translation>报告（封装 PDF）(&amp;E)</translation>
    </message>
    <message>
        <source>DICOM objects carry the patient&apos;s name and the study&apos;s UIDs, and tables the patient ID: they belong to the study. Nothing is sent anywhere.</source>
        <translation>DICOM 对象带有患者姓名和检查的 UID，表格带有患者 ID：它们属于该检查。不会向任何地方发送任何内容。</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>The series has no segmentation.</source>
        <translation>该序列没有分割。</translation>
    </message>
    <message>
        <source>The series has no key images.</source>
        <translation>该序列没有关键图像。</translation>
    </message>
    <message>
        <source>Results &amp;of:</source>
        <translation>结果来自(&amp;O)：</translation>
    </message>
    <message>
        <source>The open series</source>
        <translation>已打开的序列</translation>
    </message>
    <message>
        <source>Studies selected in the list: %1</source>
        <translation>列表中选中的检查：%1</translation>
    </message>
    <message>
        <source>All studies that the list finds: %1</source>
        <translation>列表找到的所有检查：%1</translation>
    </message>
    <message>
        <source>The list finds studies by its search and its filter, also those that it has no room to show. Of several studies there are tables.</source>
        <translation>列表按搜索和筛选条件查找检查，包括因空间不足而未显示的检查。多个检查的结果以表格形式给出。</translation>
    </message>
    <message>
        <source>Of several studies there are tables alone.</source>
        <translation>多个检查只能导出表格。</translation>
    </message>
</context>
<context>
    <name>fovea::FileWindows</name>
    <message>
        <source>From the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>窗宽 %1  窗位 %2</translation>
    </message>
    <message>
        <source>From the file: %1</source>
        <translation>来自文件：%1</translation>
    </message>
    <message>
        <source>From the file: %1 (%2)</source>
        <translation>来自文件：%1（%2）</translation>
    </message>
</context>
<context>
    <name>fovea::FilterBox</name>
    <message>
        <source>any</source>
        <comment>age</comment>
        <translation>不限</translation>
    </message>
    <message>
        <source>from YYYY-MM-DD</source>
        <translation>起始 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>to YYYY-MM-DD</source>
        <translation>截止 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>e.g. CHEST</source>
        <translation>例如 CHEST</translation>
    </message>
    <message>
        <source>Studies from this day</source>
        <translation>自该日起的检查</translation>
    </message>
    <message>
        <source>Studies until this day</source>
        <translation>至该日止的检查</translation>
    </message>
    <message>
        <source>Youngest age</source>
        <translation>最小年龄</translation>
    </message>
    <message>
        <source>Oldest age</source>
        <translation>最大年龄</translation>
    </message>
    <message>
        <source>any</source>
        <comment>sex</comment>
        <translation>不限</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Only series in which the model scores this finding above its threshold</source>
        <translation>仅限模型对该所见的评分高于其阈值的序列</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>检查部位</translation>
    </message>
    <message>
        <source>With finding</source>
        <translation>含有所见</translation>
    </message>
    <message>
        <source>any</source>
        <comment>finding</comment>
        <translation>不限</translation>
    </message>
    <message>
        <source>write a date as YYYY-MM-DD</source>
        <translation>请按 YYYY-MM-DD 填写日期</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>any</source>
        <comment>scanner</comment>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1, any model</source>
        <translation>%1，任意型号</translation>
    </message>
</context>
<context>
    <name>fovea::Finding</name>
    <message>
        <source>Emphysema</source>
        <translation>肺气肿</translation>
    </message>
    <message>
        <source>Atelectasis</source>
        <translation>肺不张</translation>
    </message>
    <message>
        <source>Lung nodule</source>
        <translation>肺结节</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>肺部密度增高影</translation>
    </message>
    <message>
        <source>Pulmonary fibrotic sequela</source>
        <translation>肺部陈旧性纤维灶</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>胸腔积液</translation>
    </message>
    <message>
        <source>Mosaic attenuation pattern</source>
        <translation>马赛克衰减征</translation>
    </message>
    <message>
        <source>Peribronchial thickening</source>
        <translation>支气管周围增厚</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>肺实变</translation>
    </message>
    <message>
        <source>Bronchiectasis</source>
        <translation>支气管扩张</translation>
    </message>
    <message>
        <source>Interlobular septal thickening</source>
        <translation>小叶间隔增厚</translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation>心脏增大</translation>
    </message>
    <message>
        <source>Pericardial effusion</source>
        <translation>心包积液</translation>
    </message>
    <message>
        <source>Coronary artery wall calcification</source>
        <translation>冠状动脉壁钙化</translation>
    </message>
    <message>
        <source>Hiatal hernia</source>
        <translation>食管裂孔疝</translation>
    </message>
    <message>
        <source>Arterial wall calcification</source>
        <translation>动脉壁钙化</translation>
    </message>
    <message>
        <source>Pneumothorax</source>
        <translation>气胸</translation>
    </message>
    <message>
        <source>Thoracic aortic dilatation</source>
        <translation>胸主动脉扩张</translation>
    </message>
    <message>
        <source>Hepatic steatosis</source>
        <translation>肝脂肪变性</translation>
    </message>
</context>
<context>
    <name>fovea::FindingDetails</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Without its contents</source>
        <translation>去除内部密度</translation>
    </message>
    <message>
        <source>✓ Accept</source>
        <translation>✓ 接受</translation>
    </message>
    <message>
        <source>✗ Reject</source>
        <translation>✗ 拒绝</translation>
    </message>
    <message>
        <source>Comment on this finding</source>
        <translation>对该所见的备注</translation>
    </message>
    <message>
        <source>Scores again with every voxel of the anatomy at its median density. What is left of the score comes from its size, its shape and what lies around it.</source>
        <translation>将该解剖部位的所有体素都设为其密度中位数后重新评分。剩余的评分来自其大小、形状及周围结构。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fovea::FindingEditor</name>
    <message>
        <source>Try over the archive</source>
        <translation>在归档中试用</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Restore shipped</source>
        <translation>恢复出厂</translation>
    </message>
    <message>
        <source>Name of the finding</source>
        <translation>所见名称</translation>
    </message>
    <message>
        <source>Prompts are kept once they were tried over the archive.</source>
        <translation>提示在归档中试用后方可保留。</translation>
    </message>
    <message>
        <source>Own finding: not calibrated, read by its percentile in the archive.</source>
        <translation>自定义所见：未校准，请参考其在归档中的百分位。</translation>
    </message>
    <message>
        <source>Asked with this site&apos;s prompts: the package&apos;s calibration and threshold do not apply; read it by its percentile.</source>
        <translation>使用本机构的提示：模型包的校准和阈值不适用；请参考其百分位。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试用…</translation>
    </message>
    <message>
        <source>This model has analyzed no study of the archive: there is nothing to compare with.</source>
        <translation>该模型尚未分析归档中的任何检查：没有可供比较的对象。</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsDesk</name>
    <message>
        <source>Next finding above its &amp;threshold</source>
        <translation>下一个高于阈值的所见(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;revious finding above its threshold</source>
        <translation>上一个高于阈值的所见(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;ccept the finding</source>
        <translation>接受该所见(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;ject the finding</source>
        <translation>拒绝该所见(&amp;J)</translation>
    </message>
    <message>
        <source>Report &amp;draft from accepted findings…</source>
        <translation>由已接受的所见生成报告草稿(&amp;D)…</translation>
    </message>
    <message>
        <source>Not scored, because not segmented or too small: %1.</source>
        <translation>未评分（未分割或过小）：%1。</translation>
    </message>
    <message>
        <source>Scoring without its contents…</source>
        <translation>正在去除内部密度后评分…</translation>
    </message>
    <message>
        <source>Without its contents: raw score %1 instead of %2.</source>
        <translation>去除内部密度：原始评分由 %2 变为 %1。</translation>
    </message>
    <message>
        <source>A report draft needs accepted findings: none is accepted yet.</source>
        <translation>报告草稿需要已接受的所见：尚未接受任何所见。</translation>
    </message>
    <message>
        <source>No finding is above a threshold that applies to this study.</source>
        <translation>没有所见高于适用于本检查的阈值。</translation>
    </message>
    <message>
        <source>Cali&amp;bration…</source>
        <translation>校准(&amp;B)…</translation>
    </message>
    <message>
        <source>How far scores are from what is true, and this site&apos;s own calibration</source>
        <translation>评分与实际情况的偏差，以及本机构的校准</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsModel</name>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Pct.</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>Percentile among the other studies in the archive</source>
        <translation>在归档其他检查中的百分位</translation>
    </message>
    <message>
        <source>Verdict of the reader</source>
        <translation>阅片者的判定</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <comment>a finding of the site</comment>
        <translation>%1（自定义）</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsPage</name>
    <message>
        <source>Findings of the catalog</source>
        <translation>目录中的所见</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Anatomy of a new finding</source>
        <translation>新所见所属的解剖部位</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add own finding</source>
        <translation>添加自定义所见</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>出厂</translation>
    </message>
    <message>
        <source>Finding %1</source>
        <translation>所见 %1</translation>
    </message>
</context>
<context>
    <name>fovea::FindingsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Findings by anatomy</source>
        <translation>按解剖部位列出的所见</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>分析进度</translation>
    </message>
    <message>
        <source>Open a study to see its findings.</source>
        <translation>打开检查以查看其所见。</translation>
    </message>
    <message>
        <source>Model: %1 · %2</source>
        <translation>模型：%1 · %2</translation>
    </message>
    <message>
        <source>⚠ Demo model, trained on synthetic phantoms only. Its scores mean nothing on a patient.</source>
        <translation>⚠ 演示模型，仅用合成体模训练。其评分对真实患者没有任何意义。</translation>
    </message>
    <message>
        <source>Research software, not a medical device.</source>
        <translation>科研软件，非医疗器械。</translation>
    </message>
    <message>
        <source>The segmentation is being corrected. These scores are of the saved one; save the correction to score it anew.</source>
        <translation>正在修正分割。这些评分对应已保存的分割；保存修正后将重新评分。</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>查找相似部位</translation>
    </message>
</context>
<context>
    <name>fovea::GridOptions</name>
    <message>
        <source>Between columns, rows and slices, in mm</source>
        <translation>列间距、行间距和层间距（mm）</translation>
    </message>
    <message>
        <source>Rows and columns of each phantom&apos;s own protocol</source>
        <translation>每个仿体自有扫描方案的行列数</translation>
    </message>
    <message>
        <source>Columns, rows and slices, with --spacing: one grid for all</source>
        <translation>列数、行数与层数，与 --spacing 同用：全部采用同一网格</translation>
    </message>
    <message>
        <source>Whose phantoms: %1</source>
        <translation>体模所属机构：%1</translation>
    </message>
</context>
<context>
    <name>fovea::HangingActions</name>
    <message>
        <source>&amp;Next protocol</source>
        <translation>下一个协议(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous protocol</source>
        <translation>上一个协议(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Apply when a series is opened</source>
        <translation>打开序列时应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Edit protocols…</source>
        <translation>编辑协议(&amp;E)…</translation>
    </message>
    <message>
        <source>Protocol %1</source>
        <extracomment>A hanging protocol that is not there; only the editor of shortcuts shows it.</extracomment>
        <translation>协议 %1</translation>
    </message>
    <message>
        <source>Hanging protocol: %1</source>
        <translation>挂片协议：%1</translation>
    </message>
</context>
<context>
    <name>fovea::HangingDialog</name>
    <message>
        <source>Hanging protocols</source>
        <translation>挂片协议</translation>
    </message>
    <message>
        <source>When a series is opened, the first protocol that matches it says how it is shown.</source>
        <translation>打开序列时，由第一个匹配的协议决定其显示方式。</translation>
    </message>
    <message>
        <source>Hanging protocols, in the order in which they are tried</source>
        <translation>挂片协议，按尝试的先后顺序排列</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>D&amp;elete</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>Restore s&amp;hipped</source>
        <translation>恢复出厂(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Take from the window as it is now</source>
        <translation>采用窗口的当前状态(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;ry on the open study</source>
        <translation>在打开的检查上试用(&amp;R)</translation>
    </message>
    <message>
        <source>Every protocol needs a name.</source>
        <translation>每个协议都需要名称。</translation>
    </message>
    <message>
        <source>New protocol</source>
        <translation>新协议</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Replace all protocols of the list by those that come with the program? Nothing is kept until Save.</source>
        <translation>是否用程序自带的协议替换列表中的全部协议？点击“保存”之前不会保存任何更改。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>fovea::HangingForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Series it is for</source>
        <translation>适用的序列</translation>
    </message>
    <message>
        <source>&amp;Modality:</source>
        <translation>模态(&amp;M)：</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Body part:</source>
        <translation>检查部位：</translation>
    </message>
    <message>
        <source>From the series&apos; BodyPartExamined, else from its description or the study&apos;s. None marked: any.</source>
        <translation>取自序列的 BodyPartExamined，若无则取自序列或检查的描述。均未勾选：不限。</translation>
    </message>
    <message>
        <source>&amp;Description has:</source>
        <translation>描述包含(&amp;D)：</translation>
    </message>
    <message>
        <source>One of these, separated by commas</source>
        <translation>其中任一项，以逗号分隔</translation>
    </message>
    <message>
        <source>P&amp;rior:</source>
        <translation>既往检查(&amp;R)：</translation>
    </message>
    <message>
        <source>With or without</source>
        <translation>有无均可</translation>
    </message>
    <message>
        <source>There is one</source>
        <translation>有</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Acquired as:</source>
        <translation>采集平面(&amp;A)：</translation>
    </message>
    <message>
        <source>Any plane</source>
        <translation>不限平面</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>&amp;Layout:</source>
        <translation>布局(&amp;L)：</translation>
    </message>
    <message>
        <source>Pane %1:</source>
        <translation>窗格 %1：</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Anatomy and A&amp;I:</source>
        <translation>解剖与 AI(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Compare with the prior, where there is one</source>
        <translation>有既往检查时与之对比(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fovea::HangingPaneRow</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Window as it is</source>
        <translation>保持当前窗宽窗位</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>层厚</translation>
    </message>
    <message>
        <source>Thickness as it is</source>
        <translation>保持当前层厚</translation>
    </message>
    <message>
        <source>Thin slice</source>
        <translation>薄层</translation>
    </message>
    <message>
        <source>Thickness, mm</source>
        <translation>层厚 (mm)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
</context>
<context>
    <name>fovea::HangingText</name>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取该文件</translation>
    </message>
    <message>
        <source>this is not JSON: look for a missing comma, quotation mark or bracket here or just before</source>
        <translation>这不是 JSON：请检查此处或前面是否缺少逗号、引号或括号</translation>
    </message>
    <message>
        <source>the protocol has no “name”</source>
        <translation>协议没有“name”</translation>
    </message>
    <message>
        <source>“%1” is not known; perhaps it is misspelled</source>
        <translation>“%1”无法识别，可能拼写有误</translation>
    </message>
    <message>
        <source>the value of “%1” is missing or of the wrong kind</source>
        <translation>“%1”的值缺失或类型不符</translation>
    </message>
    <message>
        <source>“%1” is none of the words that can stand here</source>
        <translation>“%1”不是此处允许使用的词</translation>
    </message>
    <message>
        <source>the number of “%1” is out of range</source>
        <translation>“%1”的数值超出范围</translation>
    </message>
    <message>
        <source>two panes show “%1”; each view exists once</source>
        <translation>两个窗格均显示“%1”；每个视图只能出现一次</translation>
    </message>
    <message>
        <source>Hanging protocol “%1” is left out: %2.</source>
        <translation>未采用挂片协议“%1”：%2。</translation>
    </message>
    <message>
        <source>Hanging protocol “%1” is left out; line %2: %3.</source>
        <translation>未采用挂片协议“%1”；第 %2 行：%3。</translation>
    </message>
    <message>
        <source>CT with prior</source>
        <translation>CT（有既往检查）</translation>
    </message>
    <message>
        <source>CT chest</source>
        <translation>胸部 CT</translation>
    </message>
    <message>
        <source>CT abdomen</source>
        <translation>腹部 CT</translation>
    </message>
    <message>
        <source>CT head</source>
        <translation>头部 CT</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>胸部</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>盆腔</translation>
    </message>
    <message>
        <source>Spine</source>
        <translation>脊柱</translation>
    </message>
    <message>
        <source>Extremities</source>
        <translation>四肢</translation>
    </message>
    <message>
        <source>W %1  L %2</source>
        <translation>窗宽 %1  窗位 %2</translation>
    </message>
</context>
<context>
    <name>fovea::ImportBench</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 MB</source>
        <translation>
            <numerusform>%n 个文件，%1 MB</numerusform>
        </translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Files per second</source>
        <translation>每秒文件数</translation>
    </message>
    <message>
        <source>Importing, of that rate</source>
        <translation>导入（相对于该速率）</translation>
    </message>
    <message>
        <source>… with copies</source>
        <translation>…含复制</translation>
    </message>
    <message>
        <source>DCMTK, as dcmdump</source>
        <translation>DCMTK，同 dcmdump</translation>
    </message>
    <message>
        <source>DCMTK, all values (dcmdump +M)</source>
        <translation>DCMTK，所有值 (dcmdump +M)</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scan, then import with the files left where they are</source>
        <translation>扫描，然后导入，文件留在原处</translation>
    </message>
    <message>
        <source>Scan, then import with copies</source>
        <translation>扫描，然后导入并复制</translation>
    </message>
    <message>
        <source>Scan, then the same again</source>
        <translation>扫描，然后再次导入相同内容</translation>
    </message>
    <message>
        <source>Images taken: %1, when imported again: %2</source>
        <translation>导入的图像：%1，再次导入时：%2</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 MB</source>
        <translation>内存峰值：%1 MB</translation>
    </message>
    <message>
        <source>Processor seconds</source>
        <translation>处理器秒数</translation>
    </message>
</context>
<context>
    <name>fovea::ImportCommand</name>
    <message>
        <source>Take DICOM studies into the archive</source>
        <translation>将 DICOM 检查导入归档</translation>
    </message>
    <message>
        <source>Leave the files where they are and remember their place</source>
        <translation>文件保留在原处，仅记录其位置</translation>
    </message>
    <message>
        <source>Reading headers</source>
        <translation>正在读取文件头</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Images: %1 taken, %2 already there; segmentations: %3 taken, %4 already there</source>
        <translation>图像：导入 %1，已有 %2；分割：导入 %3，已有 %4</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>已略过：</translation>
    </message>
    <message>
        <source>Files, folders, DICOMDIRs or zip files with DICOM images, or research volumes</source>
        <translation>含 DICOM 图像的文件、文件夹、DICOMDIR 或 zip 文件，或科研容积数据</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>（另有 %n 个，原因相同）</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>fovea::ImportController</name>
    <message>
        <source>No CT series was found.</source>
        <translation>未找到 CT 序列。</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n 个序列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) taken</source>
        <translation>
            <numerusform>已导入 %n 幅图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were already in the archive.</source>
        <translation>
            <numerusform>%n 幅图像已在归档中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) taken.</source>
        <translation>
            <numerusform>已导入 %n 个分割。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out; the details say why.</source>
        <translation>
            <numerusform>略过 %n 个文件；详细信息中说明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed: the archive has all of this already.</source>
        <translation>未作任何更改：归档中已有全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n segmentation(s) were already in the archive.</source>
        <translation>
            <numerusform>%n 个分割已在归档中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more for this reason)</source>
        <translation>
            <numerusform>（另有 %n 个，原因相同）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::ImportRow</name>
    <message>
        <source>&amp;Cancel import</source>
        <translation>取消导入(&amp;C)</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
</context>
<context>
    <name>fovea::KeyImageActions</name>
    <message>
        <source>&amp;Key image on or off</source>
        <translation>标记/取消关键图像(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Next key image</source>
        <translation>下一关键图像(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous key image</source>
        <translation>上一关键图像(&amp;P)</translation>
    </message>
</context>
<context>
    <name>fovea::KeyImagesPanel</name>
    <message>
        <source>%1 %2   W %3  L %4</source>
        <translation>%1 %2   窗宽 %3  窗位 %4</translation>
    </message>
    <message>
        <source>No key images. K gives the slice a star.</source>
        <translation>没有关键图像。按 K 键为当前层面加星标。</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the star away (Delete)</source>
        <translation>取消星标 (Delete)</translation>
    </message>
</context>
<context>
    <name>fovea::KeyPictures</name>
    <message>
        <source>%1, slice %2 of %3</source>
        <translation>%1，第 %2 层，共 %3 层</translation>
    </message>
</context>
<context>
    <name>fovea::LabelBench</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>A DICOM SEG of %1 structures on %2 slices of 512 x 512, %3 MB</source>
        <translation>含 %1 个结构、%2 层 512 x 512 的 DICOM SEG，%3 MB</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>File to label map</source>
        <translation>从文件到标签图</translation>
    </message>
    <message>
        <source>DCMTK, as dcmdump</source>
        <translation>DCMTK，同 dcmdump</translation>
    </message>
    <message>
        <source>DCMTK, all values (dcmdump +M)</source>
        <translation>DCMTK，所有值 (dcmdump +M)</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 label maps</source>
        <translation>内存峰值：标签图的 %1 倍</translation>
    </message>
    <message>
        <source>Voxels that came out otherwise: %1</source>
        <translation>结果不一致的体素：%1</translation>
    </message>
</context>
<context>
    <name>fovea::LayoutActions</name>
    <message>
        <source>Show or hide &amp;panels</source>
        <translation>显示/隐藏面板(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;N)</translation>
    </message>
    <message>
        <source>Views in their &amp;usual places</source>
        <translation>视图恢复默认位置(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;All views of the layout</source>
        <translation>布局的所有视图(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;xial alone</source>
        <translation>仅轴位(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Coronal alone</source>
        <translation>仅冠状位(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sagittal alone</source>
        <translation>仅矢状位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;3D alone</source>
        <translation>仅三维(&amp;3)</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Slices of the light &amp;box</source>
        <translation>平铺（灯箱）层面间隔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Every slice</source>
        <translation>逐层(&amp;E)</translation>
    </message>
    <message>
        <source>Every %1 slices</source>
        <translation>每 %1 层取一层</translation>
    </message>
</context>
<context>
    <name>fovea::LayoutText</name>
    <message>
        <source>Axial</source>
        <translation>轴位</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>&amp;One view</source>
        <translation>单视图(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Two side by side</source>
        <translation>左右两视图(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;wo, one above the other</source>
        <translation>上下两视图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Four in a grid</source>
        <translation>四视图网格(&amp;F)</translation>
    </message>
    <message>
        <source>One &amp;large and three small</source>
        <translation>一大三小(&amp;L)</translation>
    </message>
    <message>
        <source>Th&amp;ree side by side</source>
        <translation>三视图并排(&amp;R)</translation>
    </message>
    <message>
        <source>One large and two s&amp;mall</source>
        <translation>一大两小(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nine slices (light box)</source>
        <translation>九层平铺（灯箱）(&amp;N)</translation>
    </message>
</context>
<context>
    <name>fovea::Lightbox</name>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
</context>
<context>
    <name>fovea::ListBench</name>
    <message>
        <source>Making studies</source>
        <translation>正在生成检查</translation>
    </message>
    <message>
        <source>%1 studies, %2 instances, %3 findings; database %4 MB</source>
        <translation>%1 个检查，%2 个实例，%3 个所见；数据库 %4 MB</translation>
    </message>
    <message>
        <source>List of the first 500 with their series: %1 ms (the first time %2 ms); of all: %3 ms</source>
        <translation>前 500 个检查及其序列的列表：%1 ms（首次 %2 ms）；全部：%3 ms</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Median ms</source>
        <translation>中位毫秒</translation>
    </message>
    <message>
        <source>Slowest ms</source>
        <translation>最慢 (ms)</translation>
    </message>
    <message>
        <source>LIKE ms</source>
        <translation>LIKE (ms)</translation>
    </message>
</context>
<context>
    <name>fovea::ListCommand</name>
    <message>
        <source>List the archive&apos;s studies and series</source>
        <translation>列出归档中的检查和序列</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>已分析</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No studies.</source>
        <translation>没有检查。</translation>
    </message>
    <message>
        <source>Only studies in which these words occur, or for example &quot;nodule &gt; 0.8&quot;</source>
        <translation>仅限出现这些词的检查，或例如“nodule &gt; 0.8”</translation>
    </message>
</context>
<context>
    <name>fovea::LoadBench</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 MB of pixels</source>
        <translation>
            <numerusform>%n 层 512 x 512，像素数据 %1 MB</numerusform>
        </translation>
    </message>
    <message>
        <source>First slice ready to be shown: %1 ms</source>
        <translation>首层可显示用时：%1 毫秒</translation>
    </message>
    <message>
        <source>The whole series</source>
        <translation>整个序列</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Fovea is … times as fast</source>
        <translation>Fovea 速度为其 … 倍</translation>
    </message>
    <message>
        <source>DCMTK, pixels alone</source>
        <translation>DCMTK，仅像素</translation>
    </message>
    <message>
        <source>Memory at its peak: %1 times the pixels</source>
        <translation>内存峰值：像素数据的 %1 倍</translation>
    </message>
    <message>
        <source>%1 is not installed and was left out.</source>
        <translation>%1 未安装，已略过。</translation>
    </message>
</context>
<context>
    <name>fovea::MainDialogs</name>
    <message>
        <source>Anatomies</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>About Fovea</source>
        <translation>关于 Fovea</translation>
    </message>
    <message>
        <source>Fovea %1

A workstation for reading CT with a fine-grained vision-language model.

Research software, not a medical device: not for diagnosis or treatment. Nothing is sent anywhere.

Licence: Apache-2.0</source>
        <translation>Fovea %1

采用细粒度视觉-语言模型的 CT 阅片工作站。

科研软件，非医疗器械：不得用于诊断或治疗。不会向任何地方发送数据。

许可证：Apache-2.0</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>A model is being tuned. If Fovea is closed, that stops; it can go on where it was the next time.</source>
        <translation>正在微调模型。关闭 Fovea 将停止微调；下次可从停止处继续。</translation>
    </message>
    <message>
        <source>Close Fovea</source>
        <translation>关闭 Fovea</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
</context>
<context>
    <name>fovea::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;lice</source>
        <translation>层面(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>检查(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;About Fovea</source>
        <translation>关于 Fovea(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;segmentation…</source>
        <translation>打开分割(&amp;S)…</translation>
    </message>
    <message>
        <source>Open segmentation &amp;folder…</source>
        <translation>打开分割文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open sa&amp;mple study (synthetic)</source>
        <translation>打开示例检查（合成）(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>Mo&amp;dels…</source>
        <translation>模型(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Analyze again</source>
        <translation>重新分析(&amp;A)</translation>
    </message>
    <message>
        <source>Ask a &amp;question</source>
        <translation>提问(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Search studies</source>
        <translation>搜索检查(&amp;S)</translation>
    </message>
    <message>
        <source>Catalo&amp;gs…</source>
        <translation>目录(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning…</source>
        <translation>微调(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Import file…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Import a DICOM file, a DICOMDIR, a zip file, or a research volume (NIfTI, NRRD, MetaImage)</source>
        <translation>导入 DICOM 文件、DICOMDIR、zip 文件或科研容积数据（NIfTI、NRRD、MetaImage）</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Anonymized DICOM…</source>
        <translation>匿名化 DICOM(&amp;A)…</translation>
    </message>
    <message>
        <source>A&amp;udit log…</source>
        <translation>审计日志(&amp;U)…</translation>
    </message>
    <message>
        <source>A&amp;rchive</source>
        <translation>归档(&amp;R)</translation>
    </message>
</context>
<context>
    <name>fovea::MainPanels</name>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Edit segmentation</source>
        <translation>编辑分割</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>三维</translation>
    </message>
</context>
<context>
    <name>fovea::MainWindow</name>
    <message>
        <source>Fovea</source>
        <translation>Fovea</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Key images could not be kept: %1</source>
        <translation>无法保存关键图像：%1</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>An oblique plane cannot be a key image: reset the planes (Slice menu) first.</source>
        <translation>斜切面不能设为关键图像：请先重置切面（“层面”菜单）。</translation>
    </message>
    <message>
        <source>Window levels</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>&amp;Hanging protocol</source>
        <translation>挂片协议(&amp;H)</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的检索</translation>
    </message>
    <message>
        <source>Own findings</source>
        <translation>自定义所见</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Archive analyzed; series that could not be: %1 of %2.</source>
        <translation>归档已分析；未能分析的序列：%1（共 %2 个）。</translation>
    </message>
    <message>
        <source>The whole archive is analyzed by the model in use.</source>
        <translation>整个归档均已由当前使用的模型分析。</translation>
    </message>
    <message>
        <source>Tags and notes</source>
        <translation>标签和备注</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureActions</name>
    <message>
        <source>&amp;Select and move</source>
        <translation>选择和移动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>长度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Angle</source>
        <translation>角度(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>椭圆(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多边形(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;oint (HU)</source>
        <translation>点 (HU)(&amp;O)</translation>
    </message>
    <message>
        <source>A&amp;rrow</source>
        <translation>箭头(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;nd measuring</source>
        <translation>结束测量(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete selected</source>
        <translation>删除所选(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;how measurements</source>
        <translation>显示测量(&amp;H)</translation>
    </message>
    <message>
        <source>Measure on the slices</source>
        <translation>在层面上测量</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureCommand</name>
    <message>
        <source>new %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>deletion of %1</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>更改%1</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>编辑%1的文字</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureDesk</name>
    <message>
        <source>Earlier measurements could not be read: %1</source>
        <translation>无法读取先前的测量：%1</translation>
    </message>
    <message>
        <source>Measurements could not be saved; trying again: %1</source>
        <translation>无法保存测量，正在重试：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>fovea::MeasurePanel</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Nothing measured yet. The Measure menu has the tools: L measures a length, E an ellipse.</source>
        <translation>尚无测量。工具位于“测量”菜单：按 L 键测量长度，按 E 键测量椭圆。</translation>
    </message>
    <message>
        <source>Text of the selected measurement</source>
        <translation>所选测量的文字</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureTextEdit</name>
    <message>
        <source>Text of the measurement</source>
        <translation>测量的文字</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>输入文字后按 Enter</translation>
    </message>
</context>
<context>
    <name>fovea::MeasureTexts</name>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <source>%1 cm²</source>
        <translation>%1 cm²</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Mean %1 HU   SD %2</source>
        <translation>平均 %1 HU   标准差 %2</translation>
    </message>
    <message>
        <source>Min %1   Max %2 HU</source>
        <translation>最小 %1   最大 %2 HU</translation>
    </message>
    <message>
        <source>No pixel inside</source>
        <translation>内部没有像素</translation>
    </message>
    <message>
        <source>The outline crosses itself</source>
        <translation>轮廓自相交</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>在图像之外</translation>
    </message>
</context>
<context>
    <name>fovea::ModelCommand</name>
    <message>
        <source>What a model package is</source>
        <translation>显示模型包的信息</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>模型包（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>Folder with the text encoder&apos;s vocab.txt and config.json</source>
        <translation>含文本编码器 vocab.txt 和 config.json 的文件夹</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>要创建的模型包文件夹</translation>
    </message>
    <message>
        <source>Importing model</source>
        <translation>正在导入模型</translation>
    </message>
    <message>
        <source>Package: %1</source>
        <translation>模型包：%1</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Anatomies: %1</source>
        <translation>解剖部位：%1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Provenance: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Show, import or verify model packages</source>
        <translation>显示、导入或校验模型包</translation>
    </message>
    <message>
        <source>Make a package out of an fVLM checkpoint</source>
        <translation>由 fVLM 检查点生成模型包</translation>
    </message>
    <message>
        <source>The checkpoint (PyTorch or safetensors)</source>
        <translation>检查点（PyTorch 或 safetensors）</translation>
    </message>
    <message>
        <source>A model.json of your own (anatomies, prompts, preprocessing); default: the released model&apos;s</source>
        <translation>您自己的 model.json（解剖部位、提示、预处理）；默认：已发布模型的</translation>
    </message>
    <message>
        <source>Compare this program with reference figures, or check model packages</source>
        <translation>将本程序与参考数值比较，或检查模型包</translation>
    </message>
    <message>
        <source>The checkpoint is the released fVLM model: use the thresholds and calibrations that were fitted on its answers for CT-RATE&apos;s validation set</source>
        <translation>该检查点是已发布的 fVLM 模型：使用依据其在 CT-RATE 验证集上的结果拟合的阈值和校准</translation>
    </message>
</context>
<context>
    <name>fovea::ModelVerification</name>
    <message>
        <source>Files of reference figures (JSON), or folders of model packages</source>
        <translation>参考数值文件（JSON）或模型包文件夹</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值个数</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Not compared: %1</source>
        <translation>未比较：%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
</context>
<context>
    <name>fovea::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model packages</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Import checkpoint…</source>
        <translation>导入检查点(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>comes with Fovea</source>
        <translation>随 Fovea 提供</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>“%1” is loaded once the import has ended.</source>
        <translation>导入结束后将加载“%1”。</translation>
    </message>
    <message>
        <source>Loading “%1”…</source>
        <translation>正在加载“%1”…</translation>
    </message>
    <message>
        <source>Choose the checkpoint of an fVLM</source>
        <translation>选择 fVLM 的检查点</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose the text encoder&apos;s folder (vocab.txt and config.json)</source>
        <translation>选择文本编码器的文件夹（vocab.txt 与 config.json）</translation>
    </message>
    <message>
        <source>Importing “%1”…</source>
        <translation>正在导入“%1”…</translation>
    </message>
    <message>
        <source>“%1” was imported.</source>
        <translation>“%1”已导入。</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was added.</source>
        <translation>导入已取消，未添加任何内容。</translation>
    </message>
    <message>
        <source>The checkpoint was not imported.</source>
        <translation>检查点未导入。</translation>
    </message>
    <message>
        <source>Import checkpoint</source>
        <translation>导入检查点</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove “%1”? Its folder is deleted:
%2

Results that were stored with it stay in the archive.</source>
        <translation>移除“%1”？其文件夹将被删除：
%2

用它存储的结果仍保留在档案中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>“%1”已移除。</translation>
    </message>
    <message>
        <source>Is this the released fVLM checkpoint (model.pth of arXiv 2501.14548), unchanged?

Only then do thresholds and probabilities apply that were fitted on its answers for CT-RATE&apos;s validation set. Of any other checkpoint, findings are read by their percentile in the archive until you calibrate it.</source>
        <translation>这是未经改动的已发布 fVLM 检查点（arXiv 2501.14548 的 model.pth）吗？

只有在此情况下，依据其在 CT-RATE 验证集上的结果拟合的阈值和概率才适用。对于其他检查点，在您校准之前，所见以其在归档中的百分位解读。</translation>
    </message>
    <message>
        <source>It is the released one</source>
        <translation>是已发布的检查点</translation>
    </message>
    <message>
        <source>Import &amp;adapter…</source>
        <translation>导入适配器(&amp;A)…</translation>
    </message>
    <message>
        <source>What another site exported of a model that it tuned</source>
        <translation>其他机构从其微调的模型导出的内容</translation>
    </message>
    <message>
        <source>The adapter was not imported.</source>
        <translation>适配器未导入。</translation>
    </message>
    <message>
        <source>Import adapter</source>
        <translation>导入适配器</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
</context>
<context>
    <name>fovea::NameRow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
</context>
<context>
    <name>fovea::NewStudiesDesk</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop segmenting new studies until the next one arrives</source>
        <translation>停止分割新检查，直到下一项检查到达</translation>
    </message>
    <message>
        <source>New &amp;studies by themselves</source>
        <translation>自动分割新检查(&amp;S)</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>New studies are not segmented: what they were to be segmented with is not there any more. Choose again: Study &gt; Segment.</source>
        <translation>未分割新检查：所选的分割方式已不存在。请重新选择：“检查”&gt;“分割”。</translation>
    </message>
    <message>
        <source>A new study was not segmented and analyzed by itself: %1 It is not tried again; segment it in the Study menu.</source>
        <translation>一项新检查未能自动分割和分析：%1不再重试；请在“检查”菜单中分割。</translation>
    </message>
    <message>
        <source>New studies: segmenting series %1 of %2</source>
        <translation>新检查：正在分割序列 %1/%2</translation>
    </message>
</context>
<context>
    <name>fovea::NoteText</name>
    <message numerus="yes">
        <source>%n image(s) left out: another lies at the same place.</source>
        <translation>
            <numerusform>略过 %n 幅图像：同一位置已有其他图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing, filled with air (−1024 HU).</source>
        <translation>
            <numerusform>缺少 %n 层，已用空气 (−1024 HU) 填充。</numerusform>
        </translation>
    </message>
    <message>
        <source>Slices lie up to %1 mm from their even place.</source>
        <translation>层面偏离等间距位置最多 %1 mm。</translation>
    </message>
    <message>
        <source>A single slice; its thickness is taken as %1 mm.</source>
        <translation>仅有一层；层厚按 %1 mm 计。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without rescale; stored values are taken for HU.</source>
        <translation>
            <numerusform>%n 幅图像没有重缩放参数；存储值按 HU 处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rescale slope %1 is not whole; HU are rounded.</source>
        <translation>重缩放斜率 %1 不是整数；HU 值已取整。</translation>
    </message>
    <message numerus="yes">
        <source>%n padding voxel(s) set to −1024 HU.</source>
        <translation>
            <numerusform>%n 个填充体素已设为 −1024 HU。</numerusform>
        </translation>
    </message>
    <message>
        <source>Floating point values were rounded to whole HU.</source>
        <translation>浮点值已取整为整数 HU。</translation>
    </message>
    <message>
        <source>The segmentation has another grid and was resampled.</source>
        <translation>分割的网格不同，已重采样。</translation>
    </message>
    <message>
        <source>The segmentation covers %1 % of the volume.</source>
        <translation>分割覆盖容积的 %1 %。</translation>
    </message>
    <message numerus="yes">
        <source>%n voxel(s) are claimed by two structures; the later one has them.</source>
        <translation>
            <numerusform>%n 个体素同属两个结构；归入后一个结构。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) are not in the catalog.</source>
        <translation>
            <numerusform>%n 个结构不在目录中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some labels have no name; they are shown by their number.</source>
        <translation>部分标签没有名称，以其编号显示。</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory did not do for all windows at once; they were taken in smaller batches.</source>
        <translation>GPU 显存不足以一次处理所有窗口，已分成较小的批次。</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory did not do; the processor did the rest.</source>
        <translation>GPU 显存不足，其余部分由处理器计算。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) went through a lossy compression.</source>
        <translation>
            <numerusform>%n 幅图像经过有损压缩。</numerusform>
        </translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°; the images were resampled to a straight volume.</source>
        <translation>机架倾斜 %1°；图像已重采样为无倾斜的容积。</translation>
    </message>
    <message>
        <source>Slices are unevenly spaced; they were interpolated to %1 mm.</source>
        <translation>层间距不均匀；已插值为 %1 mm。</translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have no closed contours in this scan and were left out.</source>
        <translation>
            <numerusform>%n 个结构在本次扫描中没有闭合轮廓，已略过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s) have slices without contours in between; those stay empty.</source>
        <translation>
            <numerusform>%n 个结构的中间有些层面没有轮廓；这些层面留空。</numerusform>
        </translation>
    </message>
    <message>
        <source>The NIfTI file says in two ways (sform and qform) where in the patient it lies, up to %1 mm apart. Check that it lies where it should.</source>
        <translation>NIfTI 文件以两种方式（sform 和 qform）说明其相对于患者的位置，相差最多 %1 mm。请核对其位置是否正确。</translation>
    </message>
</context>
<context>
    <name>fovea::NoticeBar</name>
    <message>
        <source>Notices about these images</source>
        <translation>关于这些图像的提示</translation>
    </message>
    <message>
        <source>Close the notices</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Close; the notes stay in the status bar</source>
        <translation>关闭；提示仍保留在状态栏中</translation>
    </message>
</context>
<context>
    <name>fovea::OperationsBox</name>
    <message>
        <source>Whole structure</source>
        <translation>整个结构</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>By</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>扩张</translation>
    </message>
    <message>
        <source>Takes what lies within this distance.</source>
        <translation>并入该距离以内的区域。</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>Gives up what lies within this distance of its surface.</source>
        <translation>去除距表面该距离以内的区域。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Takes away bumps and dents smaller than about this.</source>
        <translation>去除大致小于该距离的凸起和凹陷。</translation>
    </message>
    <message>
        <source>Keep largest part</source>
        <translation>保留最大部分</translation>
    </message>
    <message>
        <source>Erases all parts but the largest.</source>
        <translation>仅保留最大部分，擦除其余部分。</translation>
    </message>
    <message>
        <source>Fill between slices</source>
        <translation>层间填充</translation>
    </message>
    <message>
        <source>Fills empty slices between painted ones.</source>
        <translation>填充已绘制层面之间的空白层面。</translation>
    </message>
    <message>
        <source>Slices to fill between</source>
        <translation>层间填充的层面方向</translation>
    </message>
</context>
<context>
    <name>fovea::OwnFindings</name>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Another own finding of this anatomy has this name.</source>
        <translation>该解剖部位已有同名的自定义所见。</translation>
    </message>
</context>
<context>
    <name>fovea::PackageDetails</name>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the whole fingerprint</source>
        <translation>复制完整指纹</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Anatomies</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Trained on phantoms: means nothing on a patient.</source>
        <translation>以仿体训练：对患者没有意义。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>None: findings are read by their percentile in the archive until a site calibrates the model.</source>
        <translation>无：在本机构校准模型之前，所见以其在归档中的百分位解读。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n finding(s), fitted on %1.</source>
        <translation>
            <numerusform>%n 个所见有阈值，依据%1拟合。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::PastedReportDialog</name>
    <message>
        <source>&amp;Keep for this study</source>
        <translation>为本检查保留(&amp;K)</translation>
    </message>
    <message>
        <source>Paste reports</source>
        <translation>粘贴报告</translation>
    </message>
    <message>
        <source>All studies; or words of patient, ID or description</source>
        <translation>所有检查；或输入患者、ID 或描述中的词</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>已粘贴</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Paste the report of the selected study here (English).</source>
        <translation>在此粘贴所选检查的报告（英文）。</translation>
    </message>
    <message>
        <source>Texts by anatomy</source>
        <translation>各解剖部位的文本</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>理解为</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No anatomy was recognized in this text.</source>
        <translation>未在此文本中识别出任何解剖部位。</translation>
    </message>
    <message>
        <source>Look through what was understood. The sentences can be corrected.</source>
        <translation>请核对已理解的内容。句子可以修正。</translation>
    </message>
    <message>
        <source>Present: %1</source>
        <translation>存在：%1</translation>
    </message>
    <message>
        <source>Absent: %1</source>
        <translation>不存在：%1</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>无所见</translation>
    </message>
    <message>
        <source>Select a study, then paste its report.</source>
        <translation>请选择一项检查，然后粘贴其报告。</translation>
    </message>
</context>
<context>
    <name>fovea::PatientSpinBox</name>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
</context>
<context>
    <name>fovea::PhantomCommand</name>
    <message>
        <source>Write synthetic chest CTs with their truth</source>
        <translation>写出带真值的合成胸部 CT</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Seed of the first</source>
        <translation>第一个体模的随机种子</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Writing phantoms</source>
        <translation>正在写出体模</translation>
    </message>
</context>
<context>
    <name>fovea::PromptEditor</name>
    <message>
        <source>Prompts that say the finding is there</source>
        <translation>表示该所见存在的提示</translation>
    </message>
    <message>
        <source>Prompts that say it is not there</source>
        <translation>表示该所见不存在的提示</translation>
    </message>
    <message>
        <source>Says that it is there, one prompt a line:</source>
        <translation>表示存在，每行一条提示：</translation>
    </message>
    <message>
        <source>Says that it is not there:</source>
        <translation>表示不存在：</translation>
    </message>
    <message>
        <source>Write at least one prompt that says the finding is there.</source>
        <translation>请至少填写一条表示该所见存在的提示。</translation>
    </message>
    <message>
        <source>Write at least one prompt that says it is not there.</source>
        <translation>请至少填写一条表示该所见不存在的提示。</translation>
    </message>
    <message>
        <source>“%1” stands on both sides.</source>
        <translation>“%1”同时出现在两侧。</translation>
    </message>
    <message>
        <source>“%1…” is longer than %2 characters.</source>
        <translation>“%1…”超过 %2 个字符。</translation>
    </message>
    <message>
        <source>“%1” has no words.</source>
        <translation>“%1”不含任何词语。</translation>
    </message>
</context>
<context>
    <name>fovea::ReadingArea</name>
    <message>
        <source>The compared series is of ANOTHER PATIENT.</source>
        <translation>对比序列属于【另一名患者】。</translation>
    </message>
    <message>
        <source>Compared series: %1</source>
        <translation>对比序列：%1</translation>
    </message>
    <message>
        <source>No structure lies whole in both segmentations. Link two slices that belong together by hand.</source>
        <translation>没有结构在两个分割中均完整。请手动联动两个相对应的层面。</translation>
    </message>
</context>
<context>
    <name>fovea::ReadingText</name>
    <message>
        <source>Probability %1, calibrated on %2.</source>
        <translation>概率 %1，依据%2校准。</translation>
    </message>
    <message>
        <source>No probability: the model was calibrated on synthetic chests, and this study is not one.</source>
        <translation>无概率：模型是用合成胸部 CT 校准的，而本检查不是。</translation>
    </message>
    <message>
        <source>No probability: the model is not calibrated for this finding.</source>
        <translation>无概率：模型未针对该所见校准。</translation>
    </message>
    <message numerus="yes">
        <source>Percentile %1 among %n other studies in the archive.</source>
        <translation>
            <numerusform>在归档的 %n 项其他检查中位于第 %1 百分位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other studies in the archive, %1 are needed.</source>
        <translation>
            <numerusform>无百分位：归档中有 %n 项其他检查，需要 %1 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw score %1, with one wording.</source>
        <translation>原始评分 %1，仅一种措辞。</translation>
    </message>
    <message>
        <source>Raw score %1; %2 to %3 by wording of the prompt.</source>
        <translation>原始评分 %1；随提示措辞在 %2 至 %3 之间。</translation>
    </message>
    <message>
        <source>No threshold applies.</source>
        <translation>没有适用的阈值。</translation>
    </message>
    <message>
        <source>Threshold of the raw score %1, from %2.</source>
        <translation>原始评分的阈值 %1，依据%2。</translation>
    </message>
    <message numerus="yes">
        <source>Unusual: farther from normal than %1 of 100, among %n normal ones in the archive.</source>
        <translation>
            <numerusform>偏离正常：归档的 %n 例正常部位中，每 100 例有 %1 例比其更接近正常。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How unusual it is cannot be said: %n normal ones in the archive, %1 are needed.</source>
        <translation>
            <numerusform>无法判断偏离正常的程度：归档中有 %n 例正常部位，需要 %1 例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Volume %1 ml</source>
        <translation>体积 %1 ml</translation>
    </message>
    <message>
        <source>Mean %1 HU</source>
        <translation>平均 %1 HU</translation>
    </message>
    <message>
        <source>%1 % below -950 HU</source>
        <translation>%1 % 低于 -950 HU</translation>
    </message>
    <message>
        <source>%1 ml above 130 HU (calcium only without contrast medium)</source>
        <translation>%1 ml 高于 130 HU（仅在未用对比剂时为钙化）</translation>
    </message>
    <message numerus="yes">
        <source>this site&apos;s %n labels</source>
        <translation>
            <numerusform>本机构的 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>synthetic chests</source>
        <translation>合成胸部 CT</translation>
    </message>
    <message>
        <source>CT-RATE&apos;s validation set with the released fVLM checkpoint</source>
        <translation>CT-RATE 验证集（已发布的 fVLM 检查点）</translation>
    </message>
    <message>
        <source>studies that the model package does not name</source>
        <translation>模型包未注明的检查</translation>
    </message>
    <message numerus="yes">
        <source>%1 (percentile %2 of %n other studies)</source>
        <translation>
            <numerusform>%1（在 %n 项其他检查中位于第 %2 百分位）</numerusform>
        </translation>
    </message>
    <message>
        <source>Probabilities are calibrated on %1.</source>
        <translation>概率依据%1校准。</translation>
    </message>
    <message>
        <source>Calibrated on synthetic chests, which says nothing of a patient: no probabilities, no thresholds, only percentiles in the archive.</source>
        <translation>用合成胸部 CT 校准，对真实患者没有任何意义：不提供概率和阈值，仅提供在归档中的百分位。</translation>
    </message>
    <message>
        <source>Findings without a probability are not calibrated: read their percentile in the archive.</source>
        <translation>没有概率的所见未经校准：请参考其在归档中的百分位。</translation>
    </message>
    <message>
        <source>▲ above its threshold.</source>
        <translation>▲ 高于其阈值。</translation>
    </message>
    <message>
        <source>U: farther from normal than so many of 100 normal ones in the archive, whatever the finding.</source>
        <translation>U：归档中每 100 例正常部位有多少例比其更接近正常，与具体所见无关。</translation>
    </message>
    <message>
        <source>P %1</source>
        <translation>P %1</translation>
    </message>
    <message>
        <source>U %1</source>
        <translation>U %1</translation>
    </message>
    <message>
        <source>Own finding, not calibrated: its percentile alone means something.</source>
        <translation>自定义所见，未经校准：仅其百分位有意义。</translation>
    </message>
    <message>
        <source>No probability: asked with this site&apos;s prompts, which nothing was calibrated with.</source>
        <translation>无概率：使用的是本机构的提示，尚未据此进行校准。</translation>
    </message>
    <message numerus="yes">
        <source>Percentile %1 among %n other synthetic chests in the archive.</source>
        <translation>
            <numerusform>在归档的 %n 例其他合成胸部 CT 中位于第 %1 百分位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No percentile: %n other synthetic chests in the archive, %1 are needed.</source>
        <translation>
            <numerusform>无百分位：归档中有 %n 例其他合成胸部 CT，需要 %1 例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearer to its prompts than to their contrary by %1 (cosine).</source>
        <translation>与其提示比与相反提示更接近，差值 %1（余弦）。</translation>
    </message>
</context>
<context>
    <name>fovea::ReanalysisDesk</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop analyzing the archive with the model in use</source>
        <translation>停止用当前使用的模型分析归档</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model.</source>
        <translation>
            <numerusform>归档中有 %n 项检查由另一模型分析。</numerusform>
        </translation>
    </message>
    <message>
        <source>That takes about %1, and reading goes on.</source>
        <translation>约需 %1，期间可继续阅片。</translation>
    </message>
    <message>
        <source>Reading goes on meanwhile.</source>
        <translation>期间可继续阅片。</translation>
    </message>
    <message>
        <source>Analyze the archive</source>
        <translation>分析归档</translation>
    </message>
    <message>
        <source>Searches and percentiles find them only once this one has analyzed them too: answers of two models are never mixed.</source>
        <translation>只有当前模型也分析过这些检查后，搜索和百分位才会包含它们：两个模型的结果绝不混用。</translation>
    </message>
    <message>
        <source>Analyze now</source>
        <translation>立即分析</translation>
    </message>
    <message>
        <source>Archive: series %1 of %2 by the model in use</source>
        <translation>归档：当前使用的模型正在分析序列 %1/%2</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapBox</name>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the regions considered</source>
        <translation>关注区域的不透明度</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapDesk</name>
    <message>
        <source>Regions considered</source>
        <translation>关注区域</translation>
    </message>
    <message>
        <source>Show where it looked most</source>
        <translation>显示最受关注处</translation>
    </message>
    <message>
        <source>Colors the cells of the anatomy that the score of the finding comes from. They are as coarse as the model sees, and no lesion outline.</source>
        <translation>为该所见评分所依据的解剖部位单元格着色。其粗细取决于模型的分辨能力，并非病灶轮廓。</translation>
    </message>
    <message>
        <source>Goes to the middle of the strongest cell.</source>
        <translation>转到最强单元格的中心。</translation>
    </message>
    <message>
        <source>No map: the segmentation was corrected since it was analyzed. Save the correction to see one.</source>
        <translation>无关注图：分析之后分割已被修正。保存修正后方可查看。</translation>
    </message>
    <message>
        <source>Asking the model where it looked…</source>
        <translation>正在询问模型的关注处…</translation>
    </message>
    <message>
        <source>The model could not say where it looked.</source>
        <translation>模型无法说明其关注处。</translation>
    </message>
    <message>
        <source>No cell of the anatomy speaks for this finding.</source>
        <translation>该解剖部位没有支持此所见的单元格。</translation>
    </message>
    <message>
        <source>Strongest cell: %1 % of the total. Method: %2.</source>
        <translation>最强单元格：占总量的 %1 %。方法：%2。</translation>
    </message>
    <message>
        <source>Where it looked…</source>
        <translation>模型关注处…</translation>
    </message>
</context>
<context>
    <name>fovea::RegionMapLegend</name>
    <message>
        <source>Cells %1 × %2 × %3 mm (R-L, A-P, S-I)</source>
        <translation>单元格 %1 × %2 × %3 mm (R-L, A-P, S-I)</translation>
    </message>
    <message>
        <source>attention-weighted values</source>
        <translation>注意力加权值</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>梯度×输入</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>逐一剔除</translation>
    </message>
    <message>
        <source>leave neighbors out</source>
        <translation>剔除邻域</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Regions considered,</source>
        <translation>关注区域，</translation>
    </message>
    <message>
        <source>not a lesion outline</source>
        <translation>并非病灶轮廓</translation>
    </message>
    <message>
        <source>Strongest cell: %1 % of the total</source>
        <translation>最强单元格：占总量的 %1 %</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>方法：%1</translation>
    </message>
</context>
<context>
    <name>fovea::ReliabilityPlot</name>
    <message numerus="yes">
        <source>%1–%2: truly present %3 (%4–%5), %n studies</source>
        <translation>
            <numerusform>%1–%2：实际存在 %3（%4–%5），%n 项检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw score</source>
        <translation>原始评分</translation>
    </message>
    <message>
        <source>Predicted (n: studies)</source>
        <translation>预测值（n：检查数）</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Truly present</source>
        <translation>实际存在</translation>
    </message>
</context>
<context>
    <name>fovea::ReportCommand</name>
    <message>
        <source>Take a report apart into anatomies and findings</source>
        <translation>将报告拆分为解剖部位与所见</translation>
    </message>
    <message>
        <source>The report, English plain text in UTF-8</source>
        <translation>报告（英文纯文本，UTF-8）</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>否认</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>异常</translation>
    </message>
</context>
<context>
    <name>fovea::ReportDialog</name>
    <message>
        <source>Report draft</source>
        <translation>报告草稿</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>全部复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>另存为文本(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the report draft</source>
        <translation>保存报告草稿</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>&amp;Find regions like the selected text</source>
        <translation>查找与所选文本相似的部位(&amp;F)</translation>
    </message>
</context>
<context>
    <name>fovea::ReportDraft</name>
    <message>
        <source>%1. %2 (%3).</source>
        <translation>%1. %2（%3）。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>DRAFT. Lists only findings that a reader accepted; to be completed, checked and signed.</source>
        <translation>草稿。仅列出阅片者已接受的所见；须补充、核对并签名。</translation>
    </message>
    <message>
        <source>FINDINGS</source>
        <translation>影像所见</translation>
    </message>
    <message>
        <source>IMPRESSION</source>
        <translation>诊断印象</translation>
    </message>
</context>
<context>
    <name>fovea::ResultsReport</name>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者 ID</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>检查号</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>重建核</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>%1, voxels of %2 × %3 × %4 mm</source>
        <translation>%1，体素 %2 × %3 × %4 mm</translation>
    </message>
    <message>
        <source>Findings of the model</source>
        <translation>模型的所见</translation>
    </message>
    <message>
        <source>Probabilities are the model&apos;s, not a diagnosis; those above the threshold are bold. A reader&apos;s verdict stands beside them.</source>
        <translation>概率由模型给出，并非诊断；高于阈值者以粗体显示。阅片者的判定列于其旁。</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Calibrated on</source>
        <translation>校准依据</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>阅片者</translation>
    </message>
    <message numerus="yes">
        <source>%n further findings have no probability that means anything on this study, and no verdict.</source>
        <translation>
            <numerusform>另有 %n 项所见在本检查中没有有意义的概率，也没有判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not scored, because not segmented or too small: %1.</source>
        <translation>未评分（未分割或过小）：%1。</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Volume (ml)</source>
        <translation>体积 (ml)</translation>
    </message>
    <message>
        <source>Mean HU</source>
        <translation>平均 HU</translation>
    </message>
    <message>
        <source>SD HU</source>
        <translation>HU 标准差</translation>
    </message>
    <message>
        <source>≥: the structure reaches the border of the scan.</source>
        <translation>≥：结构延伸至扫描边界。</translation>
    </message>
    <message>
        <source>†: place, size or certainty speak against this segmentation; it should be looked at.</source>
        <translation>†：位置、大小或确定性使该分割存疑；应予查看。</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Analyzed</source>
        <translation>分析时间</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>How this was made</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <source>The demo model was trained on synthetic chests alone: its findings mean nothing on a patient.</source>
        <translation>演示模型仅用合成胸部 CT 训练：其所见对患者没有任何意义。</translation>
    </message>
    <message>
        <source>Research software, not a medical device. Not for diagnosis or treatment.</source>
        <translation>科研软件，非医疗器械。不得用于诊断或治疗。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>CT results</source>
        <translation>CT 结果</translation>
    </message>
</context>
<context>
    <name>fovea::SavedSearchBar</name>
    <message>
        <source>Saved searches</source>
        <translation>已保存的检索</translation>
    </message>
    <message>
        <source>Choosing a saved search asks it again.</source>
        <translation>选择已保存的检索将重新提问。</translation>
    </message>
    <message>
        <source>Save this question, or change a saved one</source>
        <translation>保存此问题，或更改已保存的问题</translation>
    </message>
    <message>
        <source>What to do with searches</source>
        <translation>检索的相关操作</translation>
    </message>
    <message>
        <source>Save this question…</source>
        <translation>保存此问题…</translation>
    </message>
    <message>
        <source>Mark new studies as similar as the selected match…</source>
        <translation>标记相似度不低于所选匹配的新检查…</translation>
    </message>
    <message>
        <source>Add to the findings of the catalog…</source>
        <translation>添加到目录的所见…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Stop marking new studies</source>
        <translation>停止标记新检查</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>● %1</source>
        <comment>a saved search that marks new studies</comment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>Marks new studies that score at least %1.</source>
        <translation>标记评分不低于 %1 的新检查。</translation>
    </message>
    <message>
        <source>Marks nothing at present: its limit was set with another model.</source>
        <translation>目前不作标记：其界限是用另一模型设定的。</translation>
    </message>
</context>
<context>
    <name>fovea::SavedSearchDesk</name>
    <message>
        <source>Another search has this name.</source>
        <translation>已有同名的检索。</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>This study was marked by: %1.</source>
        <translation>本检查已被以下检索标记：%1。</translation>
    </message>
</context>
<context>
    <name>fovea::SearchBench</name>
    <message>
        <source>Making regions</source>
        <translation>正在生成部位</translation>
    </message>
    <message>
        <source>Making the index</source>
        <translation>正在建立索引</translation>
    </message>
    <message>
        <source>Comparing all</source>
        <translation>正在逐一比较</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在检索</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) of %1 dimensions in %2 clusters</source>
        <translation>
            <numerusform>%n 个部位，%1 维，%2 个聚类</numerusform>
        </translation>
    </message>
    <message>
        <source>No index: every search compares all</source>
        <translation>无索引：每次检索均逐一比较</translation>
    </message>
    <message>
        <source>Index: %1 s to make (%2 s of processor time), %3 s to open, %4 bytes per region</source>
        <translation>索引：建立 %1 秒（处理器时间 %2 秒），打开 %3 秒，每个部位 %4 字节</translation>
    </message>
    <message>
        <source>Store: %1 s to write, %2 s to open, %3 bytes per region</source>
        <translation>存储：写入 %1 秒，打开 %2 秒，每个部位 %3 字节</translation>
    </message>
    <message>
        <source>Queries like a</source>
        <translation>查询类型</translation>
    </message>
    <message>
        <source>Recall@20</source>
        <translation>Recall@20</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>ms, 95 %</source>
        <translation>毫秒，95 %</translation>
    </message>
    <message>
        <source>Processor ms</source>
        <translation>处理器毫秒</translation>
    </message>
    <message>
        <source>All, ms</source>
        <translation>逐一比较，毫秒</translation>
    </message>
    <message>
        <source>All, processor ms</source>
        <translation>逐一比较，处理器毫秒</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>速度倍数</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>最高评分</translation>
    </message>
    <message>
        <source>20th</source>
        <translation>第 20 名</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>region</source>
        <translation>部位</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentArchive</name>
    <message>
        <source>Reading the network</source>
        <translation>正在读取网络</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Segmenting series %1</source>
        <translation>正在分割序列 %1</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>此前已有</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentBench</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), LibTorch %2</source>
        <translation>
            <numerusform>%1，%n 个线程，LibTorch %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of the network</source>
        <translation>
            <numerusform>网络的 %n 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Processor seconds</source>
        <translation>处理器秒数</translation>
    </message>
    <message>
        <source>Times as fast</source>
        <translation>速度倍数</translation>
    </message>
    <message>
        <source>… by processor time</source>
        <translation>… 按处理器时间</translation>
    </message>
    <message>
        <source>Most memory, MB</source>
        <translation>内存峰值，MB</translation>
    </message>
    <message>
        <source>Voxels as in fp32, %</source>
        <translation>与 fp32 一致的体素，%</translation>
    </message>
    <message>
        <source>reference, sums in fp32</source>
        <translation>参考实现，以 fp32 累加</translation>
    </message>
    <message>
        <source>reference, sums in half precision</source>
        <translation>参考实现，以半精度累加</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>本程序</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentCommand</name>
    <message>
        <source>CT to segment: NIfTI, NRRD or MetaImage, in HU</source>
        <translation>要分割的 CT：NIfTI、NRRD 或 MetaImage，单位 HU</translation>
    </message>
    <message>
        <source>Lungs, airways and body of a chest CT, found without a network</source>
        <translation>胸部 CT 的肺、气道和身体，不使用网络</translation>
    </message>
    <message>
        <source>Label map to write: .nii.gz, .nii, .nrrd or .mha</source>
        <translation>要写出的标签图：.nii.gz、.nii、.nrrd 或 .mha</translation>
    </message>
    <message>
        <source>Another segmentation of the same CT: print how far each structure agrees</source>
        <translation>同一 CT 的另一分割：输出各结构的一致程度</translation>
    </message>
    <message>
        <source>Name of the training folder, where the model folder has several</source>
        <translation>训练文件夹的名称（模型文件夹中有多个时）</translation>
    </message>
    <message>
        <source>Whose order of work: automatic, totalsegmentator or nnunet</source>
        <translation>采用何种处理顺序：automatic、totalsegmentator 或 nnunet</translation>
    </message>
    <message>
        <source>Step of the sliding window in patches (default: the model&apos;s makers&apos;)</source>
        <translation>滑动窗口的步长，以图块为单位（默认：按模型作者的设置）</translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s spline for the image: 1 (default), or 3 as before 2.16</source>
        <translation>TotalSegmentator 对图像所用的样条：1（默认），或 3（与 2.16 之前相同）</translation>
    </message>
    <message>
        <source>Add up windows in half precision, as the reference does</source>
        <translation>与参考实现一样，以半精度累加各窗口</translation>
    </message>
    <message>
        <source>See windows mirrored too, where training did (slower)</source>
        <translation>若训练时使用了镜像，也处理镜像后的窗口（较慢）</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Segmenting</source>
        <translation>正在分割</translation>
    </message>
    <message>
        <source>Reading the other segmentation</source>
        <translation>正在读取另一分割</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>体积</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>only in the other map</source>
        <translation>仅在另一标签图中</translation>
    </message>
    <message>
        <source>%1 ml</source>
        <translation>%1 ml</translation>
    </message>
    <message>
        <source>No structure was found.</source>
        <translation>未找到任何结构。</translation>
    </message>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>%n 个结构的平均 Dice：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment a volume file or series of the archive, with an nnU-Net or without a network</source>
        <translation>分割容积文件或归档中的序列，使用 nnU-Net 或不使用网络</translation>
    </message>
    <message>
        <source>One series of the archive, by id or SeriesInstanceUID</source>
        <translation>归档中的一个序列，按 ID 或 SeriesInstanceUID</translation>
    </message>
    <message>
        <source>Every CT series of the archive without a segmentation</source>
        <translation>归档中所有没有分割的 CT 序列</translation>
    </message>
    <message>
        <source>The bundled network: it knows synthetic chests (phantoms) alone, and is not for patients</source>
        <translation>内置网络：仅认识合成胸部 CT（体模），不得用于患者</translation>
    </message>
    <message>
        <source>nnU-Net as it is downloaded (zip or folder), or the name of an imported one; several: parts of TotalSegmentator&apos;s “total”</source>
        <translation>下载后原样的 nnU-Net（zip 或文件夹），或已导入网络的名称；多个：TotalSegmentator“total”的各部分</translation>
    </message>
    <message>
        <source>Reading the network</source>
        <translation>正在读取网络</translation>
    </message>
    <message>
        <source>This network knows synthetic chests alone. What it says of a patient means nothing.</source>
        <translation>该网络仅认识合成胸部 CT。其对患者的结果没有任何意义。</translation>
    </message>
    <message>
        <source>Outlines that follow the anatomy instead of the model&apos;s voxels (more memory)</source>
        <translation>轮廓贴合解剖结构，而非模型的体素（占用更多内存）</translation>
    </message>
    <message>
        <source>Leave out pieces of a structure of no more than so many mm³ (TotalSegmentator&apos;s own option has 200)</source>
        <translation>略去结构中不超过此体积 (mm³) 的碎块（TotalSegmentator 自身的选项为 200）</translation>
    </message>
    <message>
        <source>Only this structure, by the network&apos;s name; networks without any that are wanted are not run</source>
        <translation>仅此结构，按网络中的名称；不含所需结构的网络不运行</translation>
    </message>
    <message>
        <source>nnU-Net that finds those structures roughly first; only their surroundings are then segmented (TotalSegmentator&apos;s of 6 or 3 mm)</source>
        <translation>先粗略定位这些结构的 nnU-Net；随后仅分割其周围区域（TotalSegmentator 的 6 或 3 mm 网络）</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentDesk</name>
    <message>
        <source>Se&amp;gment</source>
        <translation>分割(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Lungs, airways and body (no network)</source>
        <translation>肺、气道和身体（不使用网络）(&amp;L)</translation>
    </message>
    <message>
        <source>With an &amp;nnU-Net folder…</source>
        <translation>使用 nnU-Net 文件夹(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;With “%1”</source>
        <translation>使用“%1”(&amp;W)</translation>
    </message>
    <message>
        <source>nnU-Net folder, as it is downloaded and unpacked</source>
        <translation>nnU-Net 文件夹（下载并解压后的原样）</translation>
    </message>
    <message>
        <source>Segmenting…</source>
        <translation>正在分割…</translation>
    </message>
    <message>
        <source>Segmenting, %1 min left</source>
        <translation>正在分割，剩余 %1 分钟</translation>
    </message>
    <message>
        <source>Segmenting, %1 s left</source>
        <translation>正在分割，剩余 %1 秒</translation>
    </message>
    <message>
        <source>The segmentation was stopped.</source>
        <translation>分割已停止。</translation>
    </message>
    <message>
        <source>The segmentation of the other series is in the archive.</source>
        <translation>另一序列的分割已存入归档。</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationDetails</name>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Voxel size</source>
        <translation>体素大小</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n: </source>
        <translation>
            <numerusform>%n 个：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n fold(s)</source>
        <translation>
            <numerusform>%1，%2，%n 折</numerusform>
        </translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”, whose parts can be run together</source>
        <translation>TotalSegmentator 的“total”，其各部分可一起运行</translation>
    </message>
    <message>
        <source>Nothing else: it is run by itself</source>
        <translation>无：单独运行</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationPage</name>
    <message>
        <source>Segmentation networks</source>
        <translation>分割网络</translation>
    </message>
    <message>
        <source>Import &amp;zip…</source>
        <translation>导入 zip(&amp;Z)…</translation>
    </message>
    <message>
        <source>A released nnU-Net as it is downloaded, such as TotalSegmentator&apos;s</source>
        <translation>下载后原样的已发布 nnU-Net，例如 TotalSegmentator 的网络</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>“%1” was imported. Study &gt; Segment offers it.</source>
        <translation>“%1”已导入。可在“检查”&gt;“分割”中选用。</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was added.</source>
        <translation>导入已取消，未添加任何内容。</translation>
    </message>
    <message>
        <source>The network was not imported.</source>
        <translation>网络未导入。</translation>
    </message>
    <message>
        <source>Import segmentation network</source>
        <translation>导入分割网络</translation>
    </message>
    <message numerus="yes">
        <source>%n structure(s)</source>
        <translation>
            <numerusform>%n 个结构</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>No segmentation network is imported. TotalSegmentator&apos;s open models can be downloaded as zips (Dataset297_TotalSegmentator_total_3mm_….zip finds 117 structures) and imported as they are.</source>
        <translation>尚未导入分割网络。TotalSegmentator 的开放模型可下载为 zip 文件（Dataset297_TotalSegmentator_total_3mm_….zip 可识别 117 个结构），并原样导入。</translation>
    </message>
    <message>
        <source>Choose the zip of a segmentation network</source>
        <translation>选择分割网络的 zip 文件</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>Zip 文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose the folder of a segmentation network (nnU-Net)</source>
        <translation>选择分割网络 (nnU-Net) 的文件夹</translation>
    </message>
    <message>
        <source>Importing “%1”…</source>
        <translation>正在导入“%1”…</translation>
    </message>
    <message>
        <source>Remove segmentation network</source>
        <translation>移除分割网络</translation>
    </message>
    <message>
        <source>Remove “%1”? Its folder is deleted:
%2

Segmentations that were made with it stay in the archive.</source>
        <translation>移除“%1”？其文件夹将被删除：
%2

用它生成的分割仍保留在归档中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>“%1”已移除。</translation>
    </message>
</context>
<context>
    <name>fovea::SegmentationText</name>
    <message>
        <source>“%1”, as its files say.</source>
        <translation>“%1”，依据其文件所述。</translation>
    </message>
    <message>
        <source>Apache-2.0, as TotalSegmentator states of these weights. Its files say nothing.</source>
        <translation>Apache-2.0，依据 TotalSegmentator 对这些权重的说明。其文件中未作说明。</translation>
    </message>
    <message>
        <source>Licence not stated. TotalSegmentator&apos;s model of this number is under Apache-2.0.</source>
        <translation>未注明许可证。TotalSegmentator 中该编号的模型采用 Apache-2.0。</translation>
    </message>
    <message>
        <source>Licence not stated. TotalSegmentator&apos;s model of this number needs a licence and is free for non-commercial use only.</source>
        <translation>未注明许可证。TotalSegmentator 中该编号的模型需要许可证，且仅可免费用于非商业用途。</translation>
    </message>
    <message>
        <source>Licence not stated.</source>
        <translation>未注明许可证。</translation>
    </message>
    <message>
        <source>may need a licence</source>
        <translation>可能需要许可证</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>未注明许可证</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 mm</source>
        <translation>%1 × %2 × %3 mm</translation>
    </message>
    <message>
        <source>There is no segmentation network in “%1”: an nnU-Net has a plans.json, a dataset.json and fold_0/checkpoint_final.pth.</source>
        <translation>“%1”中没有分割网络：nnU-Net 应含有 plans.json、dataset.json 和 fold_0/checkpoint_final.pth。</translation>
    </message>
    <message>
        <source>The segmentation network cannot be used: %1: %2.</source>
        <translation>无法使用该分割网络：%1：%2。</translation>
    </message>
    <message>
        <source>“%1” holds several networks. Choose the folder of one.</source>
        <translation>“%1”中有多个网络。请选择其中一个网络的文件夹。</translation>
    </message>
</context>
<context>
    <name>fovea::SegmenterText</name>
    <message>
        <source>Lungs, airways and body (no network)</source>
        <translation>肺、气道和身体（不使用网络）</translation>
    </message>
    <message>
        <source>TotalSegmentator of this computer, 3 mm</source>
        <translation>本机的 TotalSegmentator，3 mm</translation>
    </message>
    <message>
        <source>TotalSegmentator of this computer, 1.5 mm</source>
        <translation>本机的 TotalSegmentator，1.5 mm</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of TotalSegmentator&apos;s “total”</source>
        <translation>
            <numerusform>TotalSegmentator“total”的 %n 个部分</numerusform>
        </translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”: what is analyzed alone</source>
        <translation>TotalSegmentator“total”：仅所分析的结构</translation>
    </message>
    <message>
        <source>TotalSegmentator&apos;s “total”: what is analyzed alone, found roughly first</source>
        <translation>TotalSegmentator“total”：仅所分析的结构，先粗略定位</translation>
    </message>
</context>
<context>
    <name>fovea::SeriesAnalysis</name>
    <message>
        <source>Reading segmentation</source>
        <translation>正在读取分割</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>正在分析</translation>
    </message>
</context>
<context>
    <name>fovea::SeriesSelection</name>
    <message>
        <source>One series, by id or SeriesInstanceUID</source>
        <translation>一个序列，按 ID 或 SeriesInstanceUID</translation>
    </message>
    <message>
        <source>The only CT series of a study, by id or StudyInstanceUID</source>
        <translation>检查中唯一的 CT 序列，按 ID 或 StudyInstanceUID</translation>
    </message>
</context>
<context>
    <name>fovea::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>The bundled demo model</source>
        <translation>内置的演示模型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Archive folder</source>
        <translation>归档文件夹</translation>
    </message>
    <message>
        <source>Model package</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Language and archive folder take effect when Fovea is started again.</source>
        <translation>语言和归档文件夹在 Fovea 重新启动后生效。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Offered at 3 mm (--fast)</source>
        <translation>以 3 mm 提供 (--fast)</translation>
    </message>
    <message>
        <source>Offered at 1.5 mm</source>
        <translation>以 1.5 mm 提供</translation>
    </message>
    <message>
        <source>The program “TotalSegmentator” on the PATH of this computer. It gets the images without anything of the patient.</source>
        <translation>本机 PATH 中的程序“TotalSegmentator”。仅向其提供图像，不含任何患者信息。</translation>
    </message>
    <message>
        <source>TotalSegmentator</source>
        <translation>TotalSegmentator</translation>
    </message>
</context>
<context>
    <name>fovea::ShortcutsDialog</name>
    <message>
        <source>%1 is a fixed key of the views and wanted for “%2”.</source>
        <translation>%1 是视图的固定按键，但被指定给“%2”。</translation>
    </message>
    <message>
        <source>%1 is wanted for “%2” and for “%3”.</source>
        <translation>%1 同时被指定给“%2”和“%3”。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation>“%1”的按键</translation>
    </message>
</context>
<context>
    <name>fovea::SiteFindingsDesk</name>
    <message>
        <source>The file of own findings cannot be read: nothing can be added to it.</source>
        <translation>无法读取自定义所见文件：不能向其中添加内容。</translation>
    </message>
    <message>
        <source>A finding belongs to one anatomy: name one in the question.</source>
        <translation>一个所见只属于一个解剖部位：请在问题中写明。</translation>
    </message>
    <message>
        <source>No %1</source>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>“%1” is a finding of %2 now: not calibrated, read by its percentile.</source>
        <translation>“%1”现为%2的所见：未经校准，以百分位解读。</translation>
    </message>
</context>
<context>
    <name>fovea::SliceActions</name>
    <message>
        <source>&amp;Left mouse button</source>
        <translation>鼠标左键(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Thick slice</source>
        <translation>厚层(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Reset planes</source>
        <translation>重置切面(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Invert gray scale</source>
        <translation>反转灰度(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Crosshair</source>
        <translation>十字线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Scroll</source>
        <translation>滚动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Window level</source>
        <translation>窗宽窗位(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>Flip &amp;horizontally</source>
        <translation>水平翻转(&amp;H)</translation>
    </message>
    <message>
        <source>Flip &amp;vertically</source>
        <translation>垂直翻转(&amp;V)</translation>
    </message>
    <message>
        <source>Rotate cloc&amp;kwise</source>
        <translation>顺时针旋转(&amp;K)</translation>
    </message>
    <message>
        <source>Rotate counterclock&amp;wise</source>
        <translation>逆时针旋转(&amp;W)</translation>
    </message>
    <message>
        <source>Un&amp;do flips and rotations</source>
        <translation>还原翻转和旋转(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Thin slice</source>
        <translation>薄层(&amp;T)</translation>
    </message>
    <message>
        <source>Ma&amp;ximum (MIP)</source>
        <translation>最大密度投影 (MIP)(&amp;X)</translation>
    </message>
    <message>
        <source>Mi&amp;nimum (MinIP)</source>
        <translation>最小密度投影 (MinIP)(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Average</source>
        <translation>平均(&amp;A)</translation>
    </message>
    <message>
        <source>N&amp;ext of these</source>
        <translation>下一种模式(&amp;E)</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Thi&amp;cker</source>
        <translation>增厚(&amp;C)</translation>
    </message>
    <message>
        <source>Thinne&amp;r</source>
        <translation>减薄(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cine</source>
        <translation>电影播放(&amp;C)</translation>
    </message>
    <message>
        <source>Plays through the slices until the reader scrolls</source>
        <translation>连续播放各层面，手动滚动时停止</translation>
    </message>
    <message>
        <source>Cine &amp;speed</source>
        <translation>电影播放速度(&amp;S)</translation>
    </message>
    <message>
        <source>%1 frames per second</source>
        <translation>%1 帧/秒</translation>
    </message>
</context>
<context>
    <name>fovea::SliceOverlay</name>
    <message>
        <source>W %1  L %2</source>
        <translation>窗宽 %1  窗位 %2</translation>
    </message>
    <message>
        <source>Zoom %1%</source>
        <translation>缩放 %1%</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>No study open</source>
        <translation>未打开检查</translation>
    </message>
    <message>
        <source>%1, oblique</source>
        <translation>%1，斜切面</translation>
    </message>
    <message>
        <source>Cine %1 fps</source>
        <translation>电影 %1 帧/秒</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>灰度已反转</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>fovea::SliceWidget</name>
    <message>
        <source>%1 slices</source>
        <translation>%1层面</translation>
    </message>
    <message>
        <source>Slice %1 of %2, %3</source>
        <translation>第 %1 层，共 %2 层，%3</translation>
    </message>
    <message>
        <source>No study open</source>
        <translation>未打开检查</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
</context>
<context>
    <name>fovea::StandingMarks</name>
    <message>
        <source>Standing searches</source>
        <translation>常驻检索</translation>
    </message>
</context>
<context>
    <name>fovea::StatusLine</name>
    <message>
        <source>Model: loading…</source>
        <translation>模型：正在加载…</translation>
    </message>
    <message>
        <source>Research software – not a medical device</source>
        <translation>科研软件 – 非医疗器械</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on this study</source>
        <translation>
            <numerusform>本检查有 %n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>fovea::Structure</name>
    <message>
        <source>Left lung</source>
        <translation>左肺</translation>
    </message>
    <message>
        <source>Right lung</source>
        <translation>右肺</translation>
    </message>
    <message>
        <source>Left upper lobe</source>
        <translation>左肺上叶</translation>
    </message>
    <message>
        <source>Left lower lobe</source>
        <translation>左肺下叶</translation>
    </message>
    <message>
        <source>Right upper lobe</source>
        <translation>右肺上叶</translation>
    </message>
    <message>
        <source>Right middle lobe</source>
        <translation>右肺中叶</translation>
    </message>
    <message>
        <source>Right lower lobe</source>
        <translation>右肺下叶</translation>
    </message>
    <message>
        <source>Left atrial appendage</source>
        <translation>左心耳</translation>
    </message>
    <message>
        <source>Myocardium</source>
        <translation>心肌</translation>
    </message>
    <message>
        <source>Left atrium</source>
        <translation>左心房</translation>
    </message>
    <message>
        <source>Right atrium</source>
        <translation>右心房</translation>
    </message>
    <message>
        <source>Left ventricle</source>
        <translation>左心室</translation>
    </message>
    <message>
        <source>Right ventricle</source>
        <translation>右心室</translation>
    </message>
    <message>
        <source>Brachiocephalic trunk</source>
        <translation>头臂干</translation>
    </message>
    <message>
        <source>Left subclavian artery</source>
        <translation>左锁骨下动脉</translation>
    </message>
    <message>
        <source>Right subclavian artery</source>
        <translation>右锁骨下动脉</translation>
    </message>
    <message>
        <source>Left common carotid artery</source>
        <translation>左颈总动脉</translation>
    </message>
    <message>
        <source>Right common carotid artery</source>
        <translation>右颈总动脉</translation>
    </message>
    <message>
        <source>Left brachiocephalic vein</source>
        <translation>左头臂静脉</translation>
    </message>
    <message>
        <source>Right brachiocephalic vein</source>
        <translation>右头臂静脉</translation>
    </message>
    <message>
        <source>Left iliac artery</source>
        <translation>左髂动脉</translation>
    </message>
    <message>
        <source>Right iliac artery</source>
        <translation>右髂动脉</translation>
    </message>
    <message>
        <source>Left iliac vein</source>
        <translation>左髂静脉</translation>
    </message>
    <message>
        <source>Right iliac vein</source>
        <translation>右髂静脉</translation>
    </message>
    <message>
        <source>Left kidney</source>
        <translation>左肾</translation>
    </message>
    <message>
        <source>Right kidney</source>
        <translation>右肾</translation>
    </message>
    <message>
        <source>Cyst of the left kidney</source>
        <translation>左肾囊肿</translation>
    </message>
    <message>
        <source>Cyst of the right kidney</source>
        <translation>右肾囊肿</translation>
    </message>
    <message>
        <source>Left adrenal gland</source>
        <translation>左肾上腺</translation>
    </message>
    <message>
        <source>Right adrenal gland</source>
        <translation>右肾上腺</translation>
    </message>
    <message>
        <source>Costal cartilages</source>
        <translation>肋软骨</translation>
    </message>
    <message>
        <source>Left clavicle</source>
        <translation>左锁骨</translation>
    </message>
    <message>
        <source>Right clavicle</source>
        <translation>右锁骨</translation>
    </message>
    <message>
        <source>Left scapula</source>
        <translation>左肩胛骨</translation>
    </message>
    <message>
        <source>Right scapula</source>
        <translation>右肩胛骨</translation>
    </message>
    <message>
        <source>Left humerus</source>
        <translation>左肱骨</translation>
    </message>
    <message>
        <source>Right humerus</source>
        <translation>右肱骨</translation>
    </message>
    <message>
        <source>Left femur</source>
        <translation>左股骨</translation>
    </message>
    <message>
        <source>Right femur</source>
        <translation>右股骨</translation>
    </message>
    <message>
        <source>Left hip bone</source>
        <translation>左髋骨</translation>
    </message>
    <message>
        <source>Right hip bone</source>
        <translation>右髋骨</translation>
    </message>
    <message>
        <source>Left deep back muscles</source>
        <translation>左侧背部深层肌</translation>
    </message>
    <message>
        <source>Right deep back muscles</source>
        <translation>右侧背部深层肌</translation>
    </message>
    <message>
        <source>Left iliopsoas</source>
        <translation>左髂腰肌</translation>
    </message>
    <message>
        <source>Right iliopsoas</source>
        <translation>右髂腰肌</translation>
    </message>
    <message>
        <source>Left gluteus maximus</source>
        <translation>左臀大肌</translation>
    </message>
    <message>
        <source>Right gluteus maximus</source>
        <translation>右臀大肌</translation>
    </message>
    <message>
        <source>Left gluteus medius</source>
        <translation>左臀中肌</translation>
    </message>
    <message>
        <source>Right gluteus medius</source>
        <translation>右臀中肌</translation>
    </message>
    <message>
        <source>Left gluteus minimus</source>
        <translation>左臀小肌</translation>
    </message>
    <message>
        <source>Right gluteus minimus</source>
        <translation>右臀小肌</translation>
    </message>
    <message>
        <source>Left rib %1</source>
        <translation>左侧第 %1 肋</translation>
    </message>
    <message>
        <source>Right rib %1</source>
        <translation>右侧第 %1 肋</translation>
    </message>
    <message>
        <source>Vertebra %1</source>
        <translation>椎体 %1</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>身体</translation>
    </message>
</context>
<context>
    <name>fovea::StudyFilterBar</name>
    <message>
        <source>Which studies to list</source>
        <translation>列出哪些检查</translation>
    </message>
    <message>
        <source>List only unread studies, those with a note, or those with a tag</source>
        <translation>仅列出未读、有备注或带某一标签的检查</translation>
    </message>
    <message>
        <source>Order of the studies</source>
        <translation>检查的排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Last arrived first</source>
        <translation>最近到达的在前</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>所有检查</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>未读（%1）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>Tag “%1” (%2)</source>
        <translation>标签“%1”（%2）</translation>
    </message>
</context>
<context>
    <name>fovea::StudyNoteDialog</name>
    <message>
        <source>Tags and note</source>
        <translation>标签和备注</translation>
    </message>
    <message>
        <source>for example: teaching, follow-up</source>
        <translation>例如：教学, 随访</translation>
    </message>
    <message>
        <source>Words to find and filter studies by, with commas between them</source>
        <translation>用于查找和筛选检查的词，以逗号分隔</translation>
    </message>
    <message>
        <source>The search of the study list looks in here, too</source>
        <translation>检查列表的搜索也会查找此处的内容</translation>
    </message>
    <message>
        <source>Add this tag</source>
        <translation>添加此标签</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
</context>
<context>
    <name>fovea::StudyOpener</name>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Making the sample study…</source>
        <translation>正在生成示例检查…</translation>
    </message>
    <message>
        <source>Sample study</source>
        <translation>示例检查</translation>
    </message>
    <message>
        <source>Open a folder with a CT</source>
        <translation>打开含 CT 的文件夹</translation>
    </message>
    <message>
        <source>Open a segmentation of this series</source>
        <translation>打开该序列的分割</translation>
    </message>
    <message>
        <source>Segmentations</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Another import is running. Wait until it is done, or cancel it.</source>
        <translation>另一导入正在进行。请等待其完成，或将其取消。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>Zip 文件</translation>
    </message>
    <message>
        <source>DICOM files</source>
        <translation>DICOM 文件</translation>
    </message>
    <message>
        <source>Research volumes</source>
        <translation>科研容积数据</translation>
    </message>
    <message>
        <source>The import was cancelled. Studies taken before stay in the archive.</source>
        <translation>导入已取消。此前导入的检查保留在归档中。</translation>
    </message>
</context>
<context>
    <name>fovea::StudyOptions</name>
    <message>
        <source>How many phantoms</source>
        <translation>体模数量</translation>
    </message>
    <message>
        <source>Seed of the first phantom</source>
        <translation>第一个体模的随机种子</translation>
    </message>
    <message>
        <source>Folder of studies: each a folder with ct, seg.dcm or seg.nii.gz, and report.txt or truth.json</source>
        <translation>检查文件夹：每个子文件夹含 ct、seg.dcm 或 seg.nii.gz，以及 report.txt 或 truth.json</translation>
    </message>
</context>
<context>
    <name>fovea::StudyPanel</name>
    <message>
        <source>(no name)</source>
        <translation>（无姓名）</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels, %4 mm between slices</source>
        <translation>%1 × %2 × %3 体素，层间距 %4 mm</translation>
    </message>
    <message>
        <source>, segmented</source>
        <translation>，已分割</translation>
    </message>
    <message>
        <source>Search studies</source>
        <translation>搜索检查</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Patient and study</source>
        <translation>患者与检查</translation>
    </message>
    <message>
        <source>Date and size</source>
        <translation>日期与层数</translation>
    </message>
    <message>
        <source>No studies yet. Open a folder with a CT (Ctrl+O), or drop one here.</source>
        <translation>尚无检查。打开含 CT 的文件夹 (Ctrl+O)，或将其拖放到此处。</translation>
    </message>
    <message>
        <source>No study matches.</source>
        <translation>没有匹配的检查。</translation>
    </message>
    <message>
        <source>Marked by “%1”: %2, score %3.</source>
        <translation>由“%1”标记：%2，评分 %3。</translation>
    </message>
    <message>
        <source>%1  ● %2</source>
        <comment>date of a study, searches that marked it</comment>
        <translation>%1  ● %2</translation>
    </message>
    <message>
        <source>Which studies to list</source>
        <translation>列出哪些检查</translation>
    </message>
    <message>
        <source>Clear the marks of this study</source>
        <translation>清除本检查的标记</translation>
    </message>
    <message>
        <source>All studies</source>
        <translation>所有检查</translation>
    </message>
    <message>
        <source>Marked by a search</source>
        <translation>由检索标记</translation>
    </message>
    <message>
        <source>Marked by “%1”</source>
        <translation>由“%1”标记</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Tags and note…</source>
        <translation>标签和备注…</translation>
    </message>
    <message>
        <source>Search patient, date, tag, nodule &gt; 0.8…</source>
        <translation>搜索患者、日期、标签、nodule &gt; 0.8…</translation>
    </message>
    <message>
        <source>Finds patient, id, accession number, descriptions, dates, tags, notes and findings.
“effusion” also finds studies in which the model sees one,
“nodule &gt; 0.8” those with such a raw score.</source>
        <translation>查找患者、ID、检查号、描述、日期、标签、备注和所见。
“effusion”还会找到模型认为存在该所见的检查，
“nodule &gt; 0.8”则找到原始评分符合该条件的检查。</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>%1 of %2 studies. Search to find the others.</source>
        <translation>%2 项检查中的 %1 项。搜索可找到其余检查。</translation>
    </message>
    <message>
        <source>Clear the marks of these studies</source>
        <translation>清除这些检查的标记</translation>
    </message>
</context>
<context>
    <name>fovea::StudyPresenter</name>
    <message>
        <source>Analyzing…</source>
        <translation>正在分析…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>No segmentation is open.</source>
        <translation>未打开分割。</translation>
    </message>
    <message>
        <source>This series has no segmentation.
Make one: Study menu, Segment. Or open one: Ctrl+Shift+O, or drop it on the window.</source>
        <translation>该序列没有分割。
可生成分割：“检查”菜单中的“分割”。也可打开已有分割：按 Ctrl+Shift+O，或将其拖放到窗口中。</translation>
    </message>
    <message>
        <source>Findings need the segmented anatomy. Segment this series (Study menu), or open a segmentation of it.</source>
        <translation>所见需要已分割的解剖部位。请分割该序列（“检查”菜单），或打开其分割。</translation>
    </message>
</context>
<context>
    <name>fovea::StudyTablesExport</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop exporting tables; nothing is written</source>
        <translation>停止导出表格；不写入任何内容</translation>
    </message>
    <message>
        <source>Export tables</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1”已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>Tables of %n series written to %1</source>
        <translation>
            <numerusform>已将 %n 个序列的表格写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Series %1: %2</source>
        <translation>序列 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n series could not be read and are missing in them; the details say why.</source>
        <translation>
            <numerusform>%n 个序列无法读取，未包含在表格中；详细信息说明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>Exporting tables: %1 %</source>
        <translation>正在导出表格：%1 %</translation>
    </message>
</context>
<context>
    <name>fovea::SurfaceBox</name>
    <message>
        <source>Abnormal anatomy in transparent shells</source>
        <translation>透明外壳中显示异常部位</translation>
    </message>
    <message>
        <source>Opacity of the surfaces</source>
        <translation>表面的不透明度</translation>
    </message>
    <message>
        <source>Anatomy without a finding above the model&apos;s threshold becomes a transparent shell around the others</source>
        <translation>没有所见高于模型阈值的解剖部位显示为包绕其他部位的透明外壳</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>The open series has no segmentation.</source>
        <translation>打开的序列没有分割。</translation>
    </message>
    <message>
        <source>The volume is rendered in place of the surfaces.</source>
        <translation>当前显示容积再现而非表面。</translation>
    </message>
    <message>
        <source>No anatomy has a finding above the model&apos;s threshold.</source>
        <translation>没有解剖部位的所见高于模型阈值。</translation>
    </message>
</context>
<context>
    <name>fovea::TrainCommand</name>
    <message>
        <source>Train a model package</source>
        <translation>训练模型包</translation>
    </message>
    <message>
        <source>How many studies to validate with (default: a tenth)</source>
        <translation>用于验证的检查数（默认：十分之一）</translation>
    </message>
    <message>
        <source>Architecture, preprocessing, prompts and schedule, as JSON</source>
        <translation>架构、预处理、提示词和训练计划（JSON）</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>要创建的模型包文件夹</translation>
    </message>
    <message>
        <source>Instead of the recipe&apos;s</source>
        <translation>代替配方中的值</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Table of losses and validations to write, as CSV</source>
        <translation>要写出的损失与验证表（CSV）</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>检查点文件夹，可由此继续训练</translation>
    </message>
    <message>
        <source>Steps between checkpoints (default: the recipe&apos;s, else once per epoch)</source>
        <translation>检查点间隔步数（默认按配方，否则每轮一次）</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>从最新检查点继续</translation>
    </message>
</context>
<context>
    <name>fovea::TrainProgress</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Training, epoch %1 of %2, loss %3, %4 left:</source>
        <translation>训练，第 %1/%2 轮，损失 %3，剩余 %4：</translation>
    </message>
</context>
<context>
    <name>fovea::TrainSegmentCommand</name>
    <message>
        <source>Train a small segmentation network, and measure it on phantoms</source>
        <translation>训练小型分割网络，并用体模测量</translation>
    </message>
    <message>
        <source>Network, structures and schedule, as JSON (default: the bundled network&apos;s)</source>
        <translation>网络、结构和训练计划，JSON（默认：内置网络的）</translation>
    </message>
    <message>
        <source>Model folder to make, or with --evaluate alone to measure</source>
        <translation>要创建的模型文件夹；仅用 --evaluate 时为要测量的模型文件夹</translation>
    </message>
    <message>
        <source>Instead of the recipe&apos;s</source>
        <translation>代替配方中的值</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>检查点文件夹，可由此继续训练</translation>
    </message>
    <message>
        <source>Steps between checkpoints (default: the recipe&apos;s)</source>
        <translation>检查点间隔步数（默认：按配方）</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>从最新检查点继续</translation>
    </message>
    <message>
        <source>Phantoms that it has not seen to measure the network on</source>
        <translation>用于测量网络的体模数量，网络未曾见过这些体模</translation>
    </message>
    <message>
        <source>Seed of the first of those</source>
        <translation>其中第一个体模的随机种子</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Dice</source>
        <translation>Dice</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message numerus="yes">
        <source>Mean Dice of %n structure(s): %1</source>
        <translation>
            <numerusform>%n 个结构的平均 Dice：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s per study</source>
        <translation>每项检查 %1 秒</translation>
    </message>
</context>
<context>
    <name>fovea::TransferBox</name>
    <message>
        <source>Volume rendering</source>
        <translation>容积再现</translation>
    </message>
    <message>
        <source>Hounsfield unit of the point</source>
        <translation>该点的 HU 值</translation>
    </message>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>Opacity of one millimeter at the point</source>
        <translation>该点处每毫米的不透明度</translation>
    </message>
    <message>
        <source>Color of the point</source>
        <translation>该点的颜色</translation>
    </message>
    <message>
        <source>Name of your preset</source>
        <translation>您的预设名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Reset curve</source>
        <translation>重置曲线</translation>
    </message>
    <message>
        <source>Surfaces only</source>
        <translation>仅表面</translation>
    </message>
    <message>
        <source>Surfaces are shown. Choose a preset to render the volume.</source>
        <translation>当前显示表面。选择预设以显示容积再现。</translation>
    </message>
    <message>
        <source>Nothing is visible: every opacity is zero.</source>
        <translation>没有可见内容：所有不透明度均为零。</translation>
    </message>
    <message>
        <source>Visible: %1 to %2 HU</source>
        <translation>可见范围：%1 至 %2 HU</translation>
    </message>
</context>
<context>
    <name>fovea::TransferCurve</name>
    <message>
        <source>Opacity by Hounsfield unit</source>
        <translation>随 HU 变化的不透明度</translation>
    </message>
    <message>
        <source>Drag a point; double-click adds one, a right click or Delete removes it. Left and Right choose a point, with Shift they move it, Up and Down change its opacity.</source>
        <translation>拖动控制点；双击添加，右键单击或按 Delete 删除。左、右方向键选择控制点，同时按 Shift 则移动该点，上、下方向键改变其不透明度。</translation>
    </message>
    <message>
        <source>Point %1 of %2: %3 HU, opacity %4</source>
        <translation>第 %1 点（共 %2 点）：%3 HU，不透明度 %4</translation>
    </message>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
</context>
<context>
    <name>fovea::TrialView</name>
    <message>
        <source>undated</source>
        <translation>无日期</translation>
    </message>
    <message numerus="yes">
        <source>%n study(ies) of the archive have this anatomy.</source>
        <translation>
            <numerusform>归档中有 %n 项检查含该解剖部位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Above the threshold %1: %2 before, %3 after (%4 newly above, %5 no longer).</source>
        <translation>高于阈值 %1：更改前 %2 项，更改后 %3 项（新高于阈值 %4 项，不再高于阈值 %5 项）。</translation>
    </message>
    <message>
        <source>No threshold applies to compare with.</source>
        <translation>没有可供比较的适用阈值。</translation>
    </message>
    <message>
        <source>AUC against readers&apos; verdicts (%1 accepted, %2 rejected): %3 before, %4 after.</source>
        <translation>对照阅片者判定的 AUC（接受 %1，拒绝 %2）：更改前 %3，更改后 %4。</translation>
    </message>
    <message>
        <source>No AUC: it needs accepted and rejected findings; there are %1 and %2.</source>
        <translation>无 AUC：需要既有被接受也有被拒绝的所见；现分别有 %1 个和 %2 个。</translation>
    </message>
    <message>
        <source>Studies whose score changes most</source>
        <translation>评分变化最大的检查</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Double click: opens this study.</source>
        <translation>双击：打开此检查。</translation>
    </message>
</context>
<context>
    <name>fovea::TuneCommand</name>
    <message>
        <source>Fine-tune a model on this site&apos;s own studies</source>
        <translation>用本机构自己的检查微调模型</translation>
    </message>
    <message>
        <source>What the archive&apos;s studies could teach a model, and what is wrong with them</source>
        <translation>归档中的检查可教给模型什么，以及这些检查存在哪些问题</translation>
    </message>
    <message>
        <source>Tune a model and judge what comes of it</source>
        <translation>微调模型并评价结果</translation>
    </message>
    <message>
        <source>Compare a tuned model with the one it was made from</source>
        <translation>将微调后的模型与其原模型比较</translation>
    </message>
    <message>
        <source>Use a tuned model from now on</source>
        <translation>从现在起使用微调后的模型</translation>
    </message>
    <message>
        <source>Take out of a tuned model what makes it of its parent, for another site</source>
        <translation>从微调后的模型中提取其相对于原模型的改动，供其他机构使用</translation>
    </message>
    <message>
        <source>Make a tuned model of another site&apos;s adapter</source>
        <translation>由其他机构的适配器生成微调后的模型</translation>
    </message>
    <message>
        <source>Show on synthetic chests what each way of tuning is worth</source>
        <translation>用合成胸部 CT 展示各种微调方式的效果</translation>
    </message>
    <message>
        <source>CSV to write of what reports say of each anatomy, to be corrected</source>
        <translation>要写出的 CSV：报告对各解剖部位的描述，供修正</translation>
    </message>
    <message>
        <source>The tuned model package</source>
        <translation>微调后的模型包</translation>
    </message>
    <message>
        <source>Even though it is significantly worse somewhere, or was not judged</source>
        <translation>即使某处显著变差或未经评价，也照样使用</translation>
    </message>
    <message>
        <source>Folder to make</source>
        <translation>要创建的文件夹</translation>
    </message>
    <message>
        <source>The adapter&apos;s folder</source>
        <translation>适配器所在文件夹</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>要创建的模型包文件夹</translation>
    </message>
    <message>
        <source>The model that it was made from (default: yours, or the demo model)</source>
        <translation>微调所用的原模型（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>In use from now on: %1</source>
        <translation>从现在起使用：%1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>此前：%1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Importing model</source>
        <translation>正在导入模型</translation>
    </message>
    <message>
        <source>Analyze the archive&apos;s studies with it at once, so that searches find them</source>
        <translation>随即用新模型分析归档中的检查，使搜索可以找到它们</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the archive were analyzed by another model; searches find them once this one has analyzed them too, in about %1: &quot;fovea-cli analyze --all&quot;.</source>
        <translation>
            <numerusform>归档中有 %n 项检查由另一模型分析；待此模型也分析过后，搜索才能找到它们，约需 %1：“fovea-cli analyze --all”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Series analyzed: %1; failed: %2</source>
        <translation>已分析的序列：%1；失败：%2</translation>
    </message>
</context>
<context>
    <name>fovea::TuneCompare</name>
    <message>
        <source>Whose synthetic chests (default: %1)</source>
        <translation>所用合成胸部 CT 的机构（默认：%1）</translation>
    </message>
    <message>
        <source>JSON of what the site has and the model does not know (default: of %1)</source>
        <translation>机构已有而模型尚不认识的内容，JSON（默认：%1 的）</translation>
    </message>
    <message>
        <source>Numbers of studies to tune with (default: %1)</source>
        <translation>用于微调的检查数量（默认：%1）</translation>
    </message>
    <message>
        <source>Ways to tune (default: %1)</source>
        <translation>微调方式（默认：%1）</translation>
    </message>
    <message>
        <source>Studies of the site to judge with</source>
        <translation>用于评价的该机构检查数</translation>
    </message>
    <message>
        <source>Studies to measure forgetting with</source>
        <translation>用于测量遗忘的检查数</translation>
    </message>
    <message>
        <source>Seed of the tunings</source>
        <translation>微调的随机种子</translation>
    </message>
    <message>
        <source>Model package (default: yours, or the demo model)</source>
        <translation>模型包（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>Folder to make, for tuned models and encoded studies</source>
        <translation>要创建的文件夹，用于存放微调后的模型和编码后的检查</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Known, before</source>
        <translation>已知所见，微调前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>微调后</translation>
    </message>
    <message>
        <source>New, after</source>
        <translation>新所见，微调后</translation>
    </message>
    <message>
        <source>Benchmark, before</source>
        <translation>基准，微调前</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>否决项</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Memory, MB</source>
        <translation>内存，MB</translation>
    </message>
    <message>
        <source>Mean AUC on %1 studies of “%2” and on %3 of the reference site.</source>
        <translation>“%2”的 %1 项检查和参考机构的 %3 项检查的平均 AUC。</translation>
    </message>
    <message>
        <source>Two models soften each other&apos;s targets, in twice the time</source>
        <translation>两个模型相互软化训练目标，用时加倍</translation>
    </message>
    <message>
        <source>Shifted, before</source>
        <translation>偏移所见，微调前</translation>
    </message>
    <message>
        <source>Shifted: findings whose AUC before is lower at the site by at least %1.</source>
        <translation>偏移所见：微调前在该机构的 AUC 至少低 %1 的所见。</translation>
    </message>
    <message>
        <source>Share of labels to turn around before tuning (default: 0)</source>
        <translation>微调前要反转的标签比例（默认：0）</translation>
    </message>
    <message>
        <source>How strongly parameters are drawn back to what they were</source>
        <translation>参数被拉回原值的力度</translation>
    </message>
    <message>
        <source>Steps of lora and all, about (default: the way&apos;s own number)</source>
        <translation>lora 与 all 的步数，约数（默认：该方式自身的数值）</translation>
    </message>
    <message>
        <source>Other studies throughout, for finding settings</source>
        <translation>全程使用另一批检查，用于寻找合适的设置</translation>
    </message>
    <message>
        <source>Calibration error, before</source>
        <translation>校准误差，微调前</translation>
    </message>
    <message>
        <source>foretold</source>
        <translation>预估</translation>
    </message>
    <message>
        <source>Against using %1 tuned on %2 studies:</source>
        <translation>不宜使用 %1（以 %2 项检查微调）的理由：</translation>
    </message>
</context>
<context>
    <name>fovea::TuneData</name>
    <message>
        <source>Only studies with these words in patient, accession number or descriptions</source>
        <translation>仅限患者、检查号或描述中包含这些词的检查</translation>
    </message>
    <message>
        <source>Studies of this day or later</source>
        <translation>该日及之后的检查</translation>
    </message>
    <message>
        <source>Studies of this day or earlier</source>
        <translation>该日及之前的检查</translation>
    </message>
    <message>
        <source>Texts instead of these: a CSV of study, anatomy, text, as --texts of &quot;tune check&quot; writes it</source>
        <translation>用于替代上述报告的文本：含检查、解剖部位、文本的 CSV，格式同“tune check”的 --texts 所写出的</translation>
    </message>
    <message>
        <source>CSV of labels 0 or 1: the first column is the accession number or StudyInstanceUID, the others findings</source>
        <translation>标签 CSV（0 或 1）：第一列为检查号或 StudyInstanceUID，其余各列为所见</translation>
    </message>
    <message>
        <source>Do not use what readers accepted and rejected</source>
        <translation>不采用阅片者接受和拒绝的所见</translation>
    </message>
    <message>
        <source>A finding that a report does not speak of is unknown, not absent</source>
        <translation>报告未提及的所见视为未知，而非不存在</translation>
    </message>
    <message>
        <source>CSV of study and training, validation or test, instead of a split by chance</source>
        <translation>列出检查及其所属（训练、验证或测试）的 CSV，用以替代随机划分</translation>
    </message>
    <message>
        <source>Seed of split and training</source>
        <translation>划分与训练的随机种子</translation>
    </message>
    <message>
        <source>JSON of findings and anatomies that the model does not know yet</source>
        <translation>模型尚不认识的所见与解剖部位，JSON</translation>
    </message>
    <message>
        <source>Reading studies</source>
        <translation>正在读取检查</translation>
    </message>
    <message>
        <source>Reports: a CSV whose first column is the accession number or StudyInstanceUID, with a column &quot;report&quot;, or a folder of text files named so or of DICOM Structured Reports</source>
        <translation>报告：CSV（第一列为检查号或 StudyInstanceUID，另有一列“report”），或含有以此命名的文本文件或 DICOM 结构化报告的文件夹</translation>
    </message>
</context>
<context>
    <name>fovea::TuneDialog</name>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>&amp;Studies</source>
        <translation>检查(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>First look through the archive: see “Studies”.</source>
        <translation>请先查看归档：见“检查”。</translation>
    </message>
</context>
<context>
    <name>fovea::TuneEstimates</name>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>用时（约）</translation>
    </message>
    <message>
        <source>Memory, at most</source>
        <translation>内存（最多）</translation>
    </message>
    <message>
        <source>Disk, about</source>
        <translation>磁盘（约）</translation>
    </message>
    <message>
        <source>What it can change</source>
        <translation>可改动的内容</translation>
    </message>
</context>
<context>
    <name>fovea::TuneJob</name>
    <message>
        <source>%1 cannot be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
</context>
<context>
    <name>fovea::TuneJudge</name>
    <message>
        <source>The tuned model package</source>
        <translation>微调后的模型包</translation>
    </message>
    <message>
        <source>How many synthetic chests to measure forgetting with (default: %1 for a model that was made for them)</source>
        <translation>用于测量遗忘的合成胸部 CT 数量（默认：专为合成胸部 CT 制作的模型为 %1）</translation>
    </message>
    <message>
        <source>Measure with the archive&apos;s studies alone</source>
        <translation>仅用归档中的检查测量</translation>
    </message>
    <message>
        <source>The model that it was made from (default: yours, or the demo model)</source>
        <translation>微调所用的原模型（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>正在评价</translation>
    </message>
</context>
<context>
    <name>fovea::TuneReport</name>
    <message>
        <source>%1: %2 before, %3 after, difference %4</source>
        <translation>%1：微调前 %2，微调后 %3，差值 %4</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>AUC before (95 % CI)</source>
        <translation>微调前 AUC（95 % CI）</translation>
    </message>
    <message>
        <source>AUC after (95 % CI)</source>
        <translation>微调后 AUC（95 % CI）</translation>
    </message>
    <message>
        <source>Difference (95 % CI)</source>
        <translation>差值（95 % CI）</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p（Holm）</translation>
    </message>
    <message>
        <source>ECE before</source>
        <translation>微调前 ECE</translation>
    </message>
    <message>
        <source>ECE after</source>
        <translation>微调后 ECE</translation>
    </message>
    <message>
        <source>Mean AUC of the findings that were tested</source>
        <translation>已检验所见的平均 AUC</translation>
    </message>
    <message>
        <source>Recall at 10 of searches</source>
        <translation>检索的 Recall@10</translation>
    </message>
    <message>
        <source>%1 (%2): present / absent / unknown</source>
        <translation>%1（%2）：存在 / 不存在 / 未知</translation>
    </message>
    <message>
        <source>Test studies: %1, of %2 patients</source>
        <translation>测试检查：%1 项，来自 %2 名患者</translation>
    </message>
    <message>
        <source>Benchmark: %1 synthetic chests</source>
        <translation>基准：%1 例合成胸部 CT</translation>
    </message>
    <message>
        <source>Nothing is significantly worse.</source>
        <translation>没有任何指标显著变差。</translation>
    </message>
    <message>
        <source>Against using it:</source>
        <translation>不宜使用的理由：</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>注意：</translation>
    </message>
</context>
<context>
    <name>fovea::TuneResultPage</name>
    <message numerus="yes">
        <source>%n studies</source>
        <translation>
            <numerusform>%n 项检查</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Back to the model before</source>
        <translation>恢复之前的模型(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Export for another site…</source>
        <translation>导出供其他机构使用(&amp;E)…</translation>
    </message>
    <message>
        <source>Before against after</source>
        <translation>微调前后对比</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>阳性 / 阴性</translation>
    </message>
    <message>
        <source>AUC before (95 % CI)</source>
        <translation>微调前 AUC（95 % CI）</translation>
    </message>
    <message>
        <source>AUC after (95 % CI)</source>
        <translation>微调后 AUC（95 % CI）</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p（Holm）</translation>
    </message>
    <message>
        <source>What speaks against the new model</source>
        <translation>不利于新模型的理由</translation>
    </message>
    <message>
        <source>What makes the new model of its parent. It holds no patient data.</source>
        <translation>新模型相对于原模型的改动。不含患者数据。</translation>
    </message>
    <message>
        <source>Shown once a tuning is done.</source>
        <translation>微调完成后显示。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was learnt that is better on the studies to choose by: no new model was made, and the one in use is as it was.</source>
        <translation>在用于选择的检查上没有学到更好的结果：未生成新模型，当前使用的模型保持不变。</translation>
    </message>
    <message>
        <source>The new model was not judged.</source>
        <translation>新模型未经评价。</translation>
    </message>
    <message>
        <source>This site&apos;s studies to judge by</source>
        <translation>本机构用于评价的检查</translation>
    </message>
    <message>
        <source>What the model knew before (synthetic chests)</source>
        <translation>模型此前已掌握的内容（合成胸部 CT）</translation>
    </message>
    <message>
        <source>Nothing is significantly worse than before.</source>
        <translation>没有任何指标比之前显著变差。</translation>
    </message>
    <message>
        <source>The new model should not be used: something is significantly worse than before. It is listed below.</source>
        <translation>不应使用新模型：有指标比之前显著变差，见下方列表。</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>This is not recommended:</source>
        <translation>不建议这样做：</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>Name the folder to make</source>
        <translation>指定要创建的文件夹</translation>
    </message>
    <message>
        <source>Written: “%1”.</source>
        <translation>已写入：“%1”。</translation>
    </message>
    <message>
        <source>Export for another site</source>
        <translation>导出供其他机构使用</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Expected calibration error of the stated probabilities.</source>
        <translation>所给概率的期望校准误差。</translation>
    </message>
    <message>
        <source>Searches: recall among the first 10</source>
        <translation>搜索：前 10 项中的召回率</translation>
    </message>
    <message>
        <source>Of texts that describe regions of these studies: how many of those regions are among the first ten that are found.</source>
        <translation>对于描述这些检查区域的文本：其中有多少区域位于最先找到的十项之中。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n 条文本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::TuneRun</name>
    <message>
        <source>%1: not learned from labels, which are all alike in training.</source>
        <translation>%1：训练中的标签全部相同，未据此学习。</translation>
    </message>
    <message>
        <source>%1: only %2 training studies have it.</source>
        <translation>%1：只有 %2 项训练检查存在该所见。</translation>
    </message>
    <message>
        <source>Studies left out because they show none of the anatomies: %1.</source>
        <translation>因不含任何相关解剖部位而略过的检查：%1。</translation>
    </message>
    <message>
        <source>Studies that did not fit the cache: %1.</source>
        <translation>缓存容纳不下的检查：%1。</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>解剖部位</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>AUC before</source>
        <translation>微调前 AUC</translation>
    </message>
    <message>
        <source>AUC after</source>
        <translation>微调后 AUC</translation>
    </message>
    <message>
        <source>Validation, by which the model was chosen:</source>
        <translation>验证（据此选择模型）：</translation>
    </message>
    <message>
        <source>%1 parameters changed in %2 steps (best: %3); %4, of them %5 to read and encode; memory at most %6 MB (estimate %7 MB).</source>
        <translation>%2 步中改动了 %1 个参数（最佳：第 %3 步）；用时 %4，其中读取与编码 %5；内存最多 %6 MB（估计 %7 MB）。</translation>
    </message>
    <message>
        <source>What may change: heads, queries, lora, all, or auto (by the number of studies, the default)</source>
        <translation>可改动的部分：heads、queries、lora、all 或 auto（按检查数量决定，默认）</translation>
    </message>
    <message>
        <source>Whose studies these are, in a few words; the package says so</source>
        <translation>简要说明这些检查来自何处；模型包中会注明</translation>
    </message>
    <message>
        <source>Package folder to make</source>
        <translation>要创建的模型包文件夹</translation>
    </message>
    <message>
        <source>Instead of the way&apos;s own number</source>
        <translation>替代该方式自身的数值</translation>
    </message>
    <message>
        <source>Folder for encoded studies, which may be large</source>
        <translation>存放编码后检查的文件夹，可能很大</translation>
    </message>
    <message>
        <source>What that folder may hold (default: 8)</source>
        <translation>该文件夹的容量上限（默认：8）</translation>
    </message>
    <message>
        <source>Folder for checkpoints, from which training can go on</source>
        <translation>检查点文件夹，可由此继续训练</translation>
    </message>
    <message>
        <source>Go on from the latest checkpoint</source>
        <translation>从最新检查点继续</translation>
    </message>
    <message>
        <source>Table of losses and validations to write, as CSV</source>
        <translation>要写出的损失与验证表（CSV）</translation>
    </message>
    <message>
        <source>How many synthetic chests to measure forgetting with</source>
        <translation>用于测量遗忘的合成胸部 CT 数量</translation>
    </message>
    <message>
        <source>Measure with the archive&apos;s studies alone</source>
        <translation>仅用归档中的检查测量</translation>
    </message>
    <message>
        <source>The model to start from (default: yours, or the demo model)</source>
        <translation>作为起点的模型（默认：您的模型包或演示模型）</translation>
    </message>
    <message>
        <source>No state of the training was better than the model is. Nothing was written.</source>
        <translation>训练中没有任何状态优于原模型。未写入任何内容。</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Two models soften each other&apos;s targets, in twice the time</source>
        <translation>两个模型相互软化训练目标，用时加倍</translation>
    </message>
    <message>
        <source>Way: %1</source>
        <translation>方式：%1</translation>
    </message>
    <message>
        <source>How strongly parameters are drawn back to the model&apos;s: 0 adapts most and forgets most (default: %1)</source>
        <translation>参数被拉回原模型的力度：0 适应最多，遗忘也最多（默认：%1）</translation>
    </message>
    <message>
        <source>%1: threshold and calibration stay what they were; its labels are all alike in validation.</source>
        <translation>%1：阈值和校准保持不变；其标签在验证集中全部相同。</translation>
    </message>
    <message>
        <source>What it may take, in gigabytes: what would take more is refused, what comes to take more is ended</source>
        <translation>可占用的内存，以 GB 计：需要更多时拒绝执行，运行中超出时终止</translation>
    </message>
</context>
<context>
    <name>fovea::TuneStudiesPage</name>
    <message>
        <source>Findings that readers accepted or rejected</source>
        <translation>阅片者接受或拒绝的所见</translation>
    </message>
    <message>
        <source>What a report does not mention is unknown, not absent</source>
        <translation>报告未提及的视为未知，而非不存在</translation>
    </message>
    <message>
        <source>&amp;Look through the archive</source>
        <translation>查看归档(&amp;L)</translation>
    </message>
    <message>
        <source>Save texts for &amp;correction…</source>
        <translation>保存文本以供修正(&amp;C)…</translation>
    </message>
    <message>
        <source>All studies; or words of patient, ID or description</source>
        <translation>所有检查；或输入患者、ID 或描述中的词</translation>
    </message>
    <message>
        <source>A table of what the reports say of each anatomy. Correct it, and give it back as corrections.</source>
        <translation>报告对各解剖部位描述的表格。修正后，请作为修正文本重新载入。</translation>
    </message>
    <message>
        <source>Labels by finding</source>
        <translation>各所见的标签</translation>
    </message>
    <message>
        <source>What is wrong with the studies</source>
        <translation>检查存在的问题</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Choose a table of reports (first column accession number)</source>
        <translation>选择报告表格（第一列为检查号）</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>修正文本</translation>
    </message>
    <message>
        <source>Choose corrected texts</source>
        <translation>选择修正后的文本</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Choose a table of labels (first column accession number, then findings)</source>
        <translation>选择标签表格（第一列为检查号，其后为所见）</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>新所见</translation>
    </message>
    <message>
        <source>Choose what the model is to learn anew (JSON)</source>
        <translation>选择模型要新学的内容（JSON）</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of text files named by accession number</source>
        <translation>选择以检查号命名的文本文件所在文件夹</translation>
    </message>
    <message>
        <source>Which labels are there is not known yet: look through the archive.</source>
        <translation>尚不知道有哪些标签：请查看归档。</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <source>Reading studies…</source>
        <translation>正在读取检查…</translation>
    </message>
    <message>
        <source>%1 studies to learn from, %2 to choose by, %3 to judge by; no patient is in two of these.</source>
        <translation>%1 项检查用于学习，%2 项用于选择，%3 项用于评价；同一患者不会出现在其中两组。</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Save texts for correction</source>
        <translation>保存文本以供修正</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>“%1” was written. Correct it, and choose it as corrections.</source>
        <translation>已写入“%1”。请修正后将其选为修正文本。</translation>
    </message>
    <message>
        <source>&amp;Paste reports…</source>
        <translation>粘贴报告(&amp;P)…</translation>
    </message>
    <message>
        <source>For studies whose reports are in no table: they are taken apart by anatomy, shown for correction, and kept beside the archive.</source>
        <translation>用于报告不在任何表格中的检查：报告按解剖部位拆分，显示以供修正，并保存在归档旁。</translation>
    </message>
    <message>
        <source>%1:
present / absent / unknown</source>
        <translation>%1：
存在 / 不存在 / 未知</translation>
    </message>
</context>
<context>
    <name>fovea::TuneTrainingPage</name>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Another tuning</source>
        <translation>另一次微调(&amp;A)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Shown while a model learns.</source>
        <translation>模型学习时显示。</translation>
    </message>
    <message>
        <source>AUC on validation</source>
        <translation>验证 AUC</translation>
    </message>
    <message>
        <source>Shown once the model is validated.</source>
        <translation>模型验证后显示。</translation>
    </message>
    <message>
        <source>By the number of cases</source>
        <translation>按病例数量</translation>
    </message>
    <message>
        <source>The cheapest way that so many cases can bear.</source>
        <translation>该病例数量所能支持的最省资源的方式。</translation>
    </message>
    <message>
        <source>For example: chest CTs of this hospital, 2026</source>
        <translation>例如：本院胸部 CT，2026 年</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What may change</source>
        <translation>可改动的部分</translation>
    </message>
    <message>
        <source>Whose studies</source>
        <translation>检查来源</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续进行(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Say whose studies these are: the new model will say so.</source>
        <translation>请注明这些检查来自何处：新模型中会注明。</translation>
    </message>
    <message>
        <source>Reading goes on while a model learns, and the model in use stays in use.</source>
        <translation>模型学习期间可继续阅片，当前使用的模型保持不变。</translation>
    </message>
    <message>
        <source>This tuning was stopped. It can go on where it was.</source>
        <translation>本次微调已停止。可从停止处继续。</translation>
    </message>
    <message>
        <source>Running, behind everything else: reading goes on.</source>
        <translation>正在运行，优先级低于其他一切任务：可继续阅片。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Done: see the result.</source>
        <translation>已完成：请查看结果。</translation>
    </message>
    <message>
        <source>The tuning ended with an error; nothing was changed. What it says is below.</source>
        <translation>微调因错误而终止；未作任何更改。错误信息见下方。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>As much as it takes</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>内存上限</translation>
    </message>
    <message>
        <source>“%1” may take %2 of memory.</source>
        <translation>“%1”可能占用 %2 内存。</translation>
    </message>
    <message>
        <source>No way fits.</source>
        <translation>没有可行的方式。</translation>
    </message>
    <message>
        <source>What fits: %1.</source>
        <translation>可行的方式：%1。</translation>
    </message>
    <message>
        <source>Calibration error on validation</source>
        <translation>验证的校准误差</translation>
    </message>
</context>
<context>
    <name>fovea::TuneWayText</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>模型头</translation>
    </message>
    <message>
        <source>New anatomies only</source>
        <translation>仅新解剖部位</translation>
    </message>
    <message>
        <source>Low-rank adapters</source>
        <translation>低秩适配器</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Thresholds and probabilities alone.</source>
        <translation>仅阈值和概率。</translation>
    </message>
    <message>
        <source>What stands behind the encoders: every anatomy&apos;s query and projections. Each study is encoded once.</source>
        <translation>编码器之后的部分：各解剖部位的查询与投影。每项检查只编码一次。</translation>
    </message>
    <message>
        <source>Queries and projections of new anatomies; what the model answers already stays.</source>
        <translation>新解剖部位的查询与投影；模型已有的回答保持不变。</translation>
    </message>
    <message>
        <source>Heads, and small changes in both encoders.</source>
        <translation>模型头，以及两个编码器中的小幅改动。</translation>
    </message>
    <message>
        <source>Every parameter: needs many cases.</source>
        <translation>全部参数：需要大量病例。</translation>
    </message>
</context>
<context>
    <name>fovea::TuningText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a finding and its anatomy</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>below 0.001</source>
        <translation>小于 0.001</translation>
    </message>
    <message>
        <source>%1 before, %2 after, p %3</source>
        <translation>微调前 %1，微调后 %2，p %3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Study %1 has no CT series and is left out.</source>
        <translation>检查 %1 没有 CT 序列，已略过。</translation>
    </message>
    <message>
        <source>Study %1 has no segmentation and is left out.</source>
        <translation>检查 %1 没有分割，已略过。</translation>
    </message>
    <message>
        <source>The images of study %1 cannot be read; it is left out.</source>
        <translation>无法读取检查 %1 的图像；已略过。</translation>
    </message>
    <message>
        <source>Study %1 has the same images as study %2 and is left out.</source>
        <translation>检查 %1 与检查 %2 的图像相同，已略过。</translation>
    </message>
    <message>
        <source>Study %1 has no report.</source>
        <translation>检查 %1 没有报告。</translation>
    </message>
    <message>
        <source>No anatomy was recognized in the report of study %1.</source>
        <translation>检查 %1 的报告中未识别出任何解剖部位。</translation>
    </message>
    <message>
        <source>Nothing is known of any finding in study %1; it is left out.</source>
        <translation>检查 %1 没有任何所见的已知信息；已略过。</translation>
    </message>
    <message>
        <source>Study %1: report, labels and verdicts do not agree on %2.</source>
        <translation>检查 %1：报告、标签与判定在%2上不一致。</translation>
    </message>
    <message>
        <source>The split does not name study %1; it is left out.</source>
        <translation>划分中未列出检查 %1；已略过。</translation>
    </message>
    <message>
        <source>The patient of study %1 was in another split before.</source>
        <translation>检查 %1 的患者此前属于另一划分。</translation>
    </message>
    <message>
        <source>Studies %1 and %2 are of one patient and in two splits.</source>
        <translation>检查 %1 与 %2 属于同一患者，却在两个划分中。</translation>
    </message>
    <message>
        <source>%1: no study has this accession number or StudyInstanceUID.</source>
        <translation>%1：没有检查具有此检查号或 StudyInstanceUID。</translation>
    </message>
    <message>
        <source>%1: several studies have this accession number; it is not used.</source>
        <translation>%1：有多项检查具有此检查号；未采用。</translation>
    </message>
    <message>
        <source>%1: a later one is of the same study, and counts instead.</source>
        <translation>%1：后面另有一条属于同一检查，以后者为准。</translation>
    </message>
    <message>
        <source>There are synthetic chests (%1) among the studies of patients (%2).</source>
        <translation>患者的检查（%2）中混有合成胸部 CT（%1）。</translation>
    </message>
    <message>
        <source>%1: no study says anything of it.</source>
        <translation>%1：没有检查提供相关信息。</translation>
    </message>
    <message>
        <source>%1: all of the studies that are known have it (%2).</source>
        <translation>%1：已知结果的检查全部存在该所见（%2）。</translation>
    </message>
    <message>
        <source>%1: none of the studies that are known has it (%2).</source>
        <translation>%1：已知结果的检查均不存在该所见（%2）。</translation>
    </message>
    <message>
        <source>%1: too few studies for %2 (with it %3, without it %4; at least %5 of each).</source>
        <translation>%1：用于%2的检查过少（存在 %3 项，不存在 %4 项；各至少需要 %5 项）。</translation>
    </message>
    <message>
        <source>Too few studies for %1: %2 of at least %3.</source>
        <translation>用于%1的检查过少：%2 项，至少需要 %3 项。</translation>
    </message>
    <message>
        <source>on the benchmark</source>
        <translation>在基准上</translation>
    </message>
    <message>
        <source>on the test studies</source>
        <translation>在测试检查上</translation>
    </message>
    <message>
        <source>%1: AUC significantly worse %2 (%3).</source>
        <translation>%1：AUC %2显著变差（%3）。</translation>
    </message>
    <message>
        <source>Mean AUC significantly worse %1 (%2).</source>
        <translation>平均 AUC %1显著变差（%2）。</translation>
    </message>
    <message>
        <source>%1: calibration error significantly worse %2 (%3).</source>
        <translation>%1：校准误差%2显著变差（%3）。</translation>
    </message>
    <message>
        <source>Searches find significantly less %1 (recall at 10: %2).</source>
        <translation>检索%1的检出显著减少（Recall@10：%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%1: no score any more for %n case(s) %2.</source>
        <translation>
            <numerusform>%1：%2有 %n 例不再有评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are too few studies to tell whether the model is worse.</source>
        <translation>检查过少，无法判断模型是否变差。</translation>
    </message>
    <message numerus="yes">
        <source>%1: too few cases %2 to compare (%n of the rarer class).</source>
        <translation>
            <numerusform>%1：%2病例过少，无法比较（较少的一类有 %n 例）。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is new: nothing to compare with %2.</source>
        <translation>%1为新所见：%2没有可比较的对象。</translation>
    </message>
    <message numerus="yes">
        <source>The probabilities of %n finding(s) are fitted to this site and no longer hold on the benchmark.</source>
        <translation>
            <numerusform>%n 个所见的概率已按本机构拟合，在基准上不再成立。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fovea::VerdictCommand</name>
    <message>
        <source>comment on %1</source>
        <translation>对%1的备注</translation>
    </message>
    <message>
        <source>acceptance of %1</source>
        <translation>接受%1</translation>
    </message>
    <message>
        <source>rejection of %1</source>
        <translation>拒绝%1</translation>
    </message>
    <message>
        <source>withdrawn verdict on %1</source>
        <translation>撤回对%1的判定</translation>
    </message>
</context>
<context>
    <name>fovea::VerificationText</name>
    <message>
        <source>Parameter shapes</source>
        <translation>参数形状</translation>
    </message>
    <message>
        <source>Image windows</source>
        <translation>图像窗口</translation>
    </message>
    <message>
        <source>Token counts</source>
        <translation>词元数</translation>
    </message>
    <message>
        <source>Crop values</source>
        <translation>裁剪值</translation>
    </message>
    <message>
        <source>Feature levels</source>
        <translation>特征层</translation>
    </message>
    <message>
        <source>Unit vectors</source>
        <translation>单位向量</translation>
    </message>
    <message>
        <source>Text features</source>
        <translation>文本特征</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Unit vectors in half precision (1 − cosine)</source>
        <translation>半精度单位向量（1 − 余弦）</translation>
    </message>
    <message>
        <source>Scores in half precision</source>
        <translation>半精度评分</translation>
    </message>
    <message>
        <source>Anatomies present</source>
        <translation>存在的解剖部位</translation>
    </message>
    <message>
        <source>Training loss per anatomy</source>
        <translation>各解剖部位训练损失</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Vanishing gradient norms</source>
        <translation>为零的梯度范数</translation>
    </message>
    <message>
        <source>Resampled sizes</source>
        <translation>重采样尺寸</translation>
    </message>
    <message>
        <source>Union crops</source>
        <translation>联合裁剪</translation>
    </message>
    <message>
        <source>Final sizes</source>
        <translation>最终尺寸</translation>
    </message>
    <message>
        <source>Image sums</source>
        <translation>图像和</translation>
    </message>
    <message>
        <source>Label counts</source>
        <translation>标签数</translation>
    </message>
    <message>
        <source>Image samples</source>
        <translation>图像采样</translation>
    </message>
    <message>
        <source>Token ids</source>
        <translation>词元编号</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Prompt vectors</source>
        <translation>提示向量</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>model package</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷大</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>%1 relative</source>
        <translation>%1（相对）</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Logits of one window</source>
        <translation>单个窗口的 logits</translation>
    </message>
    <message>
        <source>Voxels per label in one window</source>
        <translation>单个窗口中每个标签的体素数</translation>
    </message>
    <message>
        <source>Positions of the sliding window</source>
        <translation>滑动窗口的位置</translation>
    </message>
    <message>
        <source>Weights within a window (units in the last place)</source>
        <translation>窗口内的权重（末位单位）</translation>
    </message>
    <message>
        <source>Logits of the sliding window</source>
        <translation>滑动窗口的 logits</translation>
    </message>
    <message>
        <source>Voxels per label, sliding window</source>
        <translation>每个标签的体素数，滑动窗口</translation>
    </message>
    <message>
        <source>Logits of the sliding window, sums in half precision</source>
        <translation>滑动窗口的 logits，半精度累加</translation>
    </message>
    <message>
        <source>Share of voxels that differ, sliding window, sums in half precision</source>
        <translation>不一致体素的比例，滑动窗口，半精度累加</translation>
    </message>
    <message>
        <source>Orientations</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Resampled images</source>
        <translation>重采样后的图像</translation>
    </message>
    <message>
        <source>Resampled images in whole HU</source>
        <translation>重采样后的图像（整数 HU）</translation>
    </message>
    <message>
        <source>Labels on the original grid</source>
        <translation>原始网格上的标签</translation>
    </message>
    <message>
        <source>Boxes of what is not 0</source>
        <translation>非零区域的包围盒</translation>
    </message>
    <message>
        <source>Axes resampled apart</source>
        <translation>单独重采样的轴</translation>
    </message>
    <message>
        <source>Normalized images</source>
        <translation>归一化后的图像</translation>
    </message>
    <message>
        <source>Logits on the original grid</source>
        <translation>原始网格上的 logits</translation>
    </message>
    <message>
        <source>Share of voxels that differ</source>
        <translation>不一致体素的比例</translation>
    </message>
    <message>
        <source>Share of voxels that differ, sums in half precision</source>
        <translation>不一致体素的比例，半精度累加</translation>
    </message>
    <message>
        <source>Share of sampled voxels that differ</source>
        <translation>抽样体素中不一致的比例</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Boxes of a mask and its margin</source>
        <translation>掩膜及其边距的框</translation>
    </message>
    <message>
        <source>Labels after small pieces are removed</source>
        <translation>移除小碎块后的标签</translation>
    </message>
</context>
<context>
    <name>fovea::ViewActions</name>
    <message>
        <source>&amp;Window level</source>
        <translation>窗宽窗位(&amp;W)</translation>
    </message>
    <message>
        <source>Anatomy &amp;overlay</source>
        <translation>解剖叠加层(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;3D</source>
        <translation>三维(&amp;3)</translation>
    </message>
    <message>
        <source>Show anatomy and &amp;AI</source>
        <translation>显示解剖与 AI(&amp;A)</translation>
    </message>
    <message>
        <source>Show &amp;texts</source>
        <translation>显示文字(&amp;T)</translation>
    </message>
    <message>
        <source>Show &amp;crosshair</source>
        <translation>显示十字线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Interpolate</source>
        <translation>插值(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Reset zoom and position</source>
        <translation>重置缩放和位置(&amp;R)</translation>
    </message>
    <message>
        <source>Anatomy &amp;colours</source>
        <translation>解剖颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Abnormality</source>
        <translation>异常程度(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>As out&amp;lines</source>
        <translation>以轮廓显示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>fovea::ViewBench</name>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>One plane moves</source>
        <translation>单平面移动</translation>
    </message>
    <message>
        <source>Three planes move</source>
        <translation>三平面移动</translation>
    </message>
    <message>
        <source>One oblique plane</source>
        <translation>单个斜切面</translation>
    </message>
    <message>
        <source>Three oblique planes</source>
        <translation>三个斜切面</translation>
    </message>
    <message>
        <source>One plane, maximum of 10 mm</source>
        <translation>单平面，10 mm 最大密度投影</translation>
    </message>
    <message>
        <source>Three planes, maximum of 10 mm</source>
        <translation>三平面，10 mm 最大密度投影</translation>
    </message>
    <message>
        <source>One oblique plane, maximum of 10 mm</source>
        <translation>单个斜切面，10 mm 最大密度投影</translation>
    </message>
    <message>
        <source>Three oblique planes, maximum of 10 mm</source>
        <translation>三个斜切面，10 mm 最大密度投影</translation>
    </message>
    <message>
        <source>Slices that follow the cursor</source>
        <translation>随光标移动的层面</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Median ms</source>
        <translation>中位毫秒</translation>
    </message>
    <message>
        <source>95 % within ms</source>
        <translation>95 % 不超过（毫秒）</translation>
    </message>
    <message>
        <source>Processor ms</source>
        <translation>处理器毫秒</translation>
    </message>
    <message>
        <source>VTK frames a second</source>
        <translation>VTK 帧/秒</translation>
    </message>
    <message>
        <source>Fovea is … times as fast</source>
        <translation>Fovea 速度为其 … 倍</translation>
    </message>
    <message>
        <source>The segmented study</source>
        <translation>已分割的检查</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测得值</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Label map from array to picture, s</source>
        <translation>标签图从数组到图像，秒</translation>
    </message>
    <message>
        <source>Surfaces of all structures, s</source>
        <translation>所有结构的表面，秒</translation>
    </message>
    <message>
        <source>Triangles</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>Memory with four panes, MB</source>
        <translation>四个窗格时的内存，MB</translation>
    </message>
    <message>
        <source>Memory with three panes and no display, MB</source>
        <translation>三个窗格且无显示时的内存，MB</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1，%n 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) of 512 x 512, %1 structures; beside %2 (vtkImageReslice)</source>
        <translation>
            <numerusform>%n 层 512 x 512，%1 个结构；对照 %2 (vtkImageReslice)</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture of surfaces that are turned, ms</source>
        <translation>旋转时的表面图像，毫秒</translation>
    </message>
    <message>
        <source>Until all triangles are drawn again, ms</source>
        <translation>至重新绘制全部三角形，毫秒</translation>
    </message>
</context>
<context>
    <name>fovea::ViewGrid</name>
    <message>
        <source>3D needs OpenGL, which this display does not offer.</source>
        <translation>三维显示需要 OpenGL，当前显示环境不支持。</translation>
    </message>
</context>
<context>
    <name>fovea::ViewPane</name>
    <message>
        <source>%1: key image</source>
        <translation>%1：关键图像</translation>
    </message>
    <message>
        <source>Key image on or off</source>
        <translation>标记/取消关键图像</translation>
    </message>
    <message>
        <source>%1: this view alone, or all again</source>
        <translation>%1：单独显示此视图，或恢复全部视图</translation>
    </message>
    <message>
        <source>This view alone, or all again (double click)</source>
        <translation>单独显示此视图，或恢复全部视图（双击）</translation>
    </message>
    <message>
        <source>%1: choose what this pane shows</source>
        <translation>%1：选择此窗格显示的内容</translation>
    </message>
    <message>
        <source>Choose what this pane shows</source>
        <translation>选择此窗格显示的内容</translation>
    </message>
    <message>
        <source>This slice is a key image.</source>
        <translation>该层面是关键图像。</translation>
    </message>
</context>
<context>
    <name>fovea::ViewSettings</name>
    <message>
        <source>window level</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>slice thickness</source>
        <translation>层厚</translation>
    </message>
    <message>
        <source>hidden structures</source>
        <translation>结构的显示与隐藏</translation>
    </message>
    <message>
        <source>structure colors</source>
        <translation>结构颜色</translation>
    </message>
    <message>
        <source>anatomy overlay</source>
        <translation>解剖叠加层</translation>
    </message>
    <message>
        <source>3D display</source>
        <translation>三维显示</translation>
    </message>
    <message>
        <source>display options</source>
        <translation>显示选项</translation>
    </message>
    <message>
        <source>3D crop</source>
        <translation>三维裁剪</translation>
    </message>
</context>
<context>
    <name>fovea::Viewer</name>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>软组织</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>纵隔</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>脑</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>轴位</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>%1  %2  %3 mm</source>
        <translation>%1  %2  %3 mm</translation>
    </message>
    <message>
        <source>Thin slice</source>
        <translation>薄层</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>%1 %2 mm</source>
        <translation>%1 %2 mm</translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation>血管</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Airways</source>
        <translation>气道</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeActions</name>
    <message>
        <source>&amp;Look from</source>
        <translation>观察方向(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>裁剪(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Surfaces only</source>
        <translation>仅表面(&amp;S)</translation>
    </message>
    <message>
        <source>Volume: %1</source>
        <translation>容积：%1</translation>
    </message>
    <message>
        <source>Abnormal anatomy in transparent s&amp;hells</source>
        <translation>透明外壳中显示异常部位(&amp;H)</translation>
    </message>
    <message>
        <source>From &amp;anterior</source>
        <translation>从前方(&amp;A)</translation>
    </message>
    <message>
        <source>From &amp;posterior</source>
        <translation>从后方(&amp;P)</translation>
    </message>
    <message>
        <source>From &amp;left</source>
        <translation>从左侧(&amp;L)</translation>
    </message>
    <message>
        <source>From &amp;right</source>
        <translation>从右侧(&amp;R)</translation>
    </message>
    <message>
        <source>From &amp;head</source>
        <translation>从头侧(&amp;H)</translation>
    </message>
    <message>
        <source>From &amp;feet</source>
        <translation>从足侧(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset 3D view</source>
        <translation>重置三维视图(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;pin</source>
        <translation>自动旋转(&amp;P)</translation>
    </message>
    <message>
        <source>Measure &amp;length: click both ends</source>
        <translation>测量长度：单击两端(&amp;L)</translation>
    </message>
    <message>
        <source>Measure an&amp;gle: click end, vertex, end</source>
        <translation>测量角度：依次单击端点、顶点、端点(&amp;G)</translation>
    </message>
    <message>
        <source>Clipping &amp;box</source>
        <translation>裁剪框(&amp;B)</translation>
    </message>
    <message>
        <source>To the &amp;anatomy at the cursor</source>
        <translation>裁剪到光标处的解剖部位(&amp;A)</translation>
    </message>
    <message>
        <source>No clipping &amp;plane</source>
        <translation>无裁剪平面(&amp;P)</translation>
    </message>
    <message>
        <source>Along the a&amp;xial view</source>
        <translation>沿轴位视图(&amp;X)</translation>
    </message>
    <message>
        <source>Along the &amp;coronal view</source>
        <translation>沿冠状位视图(&amp;C)</translation>
    </message>
    <message>
        <source>Along the &amp;sagittal view</source>
        <translation>沿矢状位视图(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the &amp;other side</source>
        <translation>保留另一侧(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset crop</source>
        <translation>重置裁剪(&amp;R)</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>没有打开的检查。</translation>
    </message>
    <message>
        <source>The open series has no segmentation.</source>
        <translation>打开的序列没有分割。</translation>
    </message>
    <message>
        <source>No anatomy has a finding above the model&apos;s threshold.</source>
        <translation>没有解剖部位的所见高于模型阈值。</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeOverlay</name>
    <message>
        <source>Abnormality</source>
        <translation>异常程度</translation>
    </message>
    <message>
        <source>Abnormality: calibrated probability</source>
        <translation>异常程度：校准概率</translation>
    </message>
    <message>
        <source>no probability</source>
        <translation>无概率</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1（已修改）</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>Boxes: from half of the strongest</source>
        <translation>方框：不低于最强值的一半</translation>
    </message>
</context>
<context>
    <name>fovea::VolumePanel</name>
    <message>
        <source>Volume rendering</source>
        <translation>容积再现</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>3D needs OpenGL, which this display does not offer.</source>
        <translation>三维显示需要 OpenGL，当前显示环境不支持。</translation>
    </message>
    <message>
        <source>No study is open.</source>
        <translation>没有打开的检查。</translation>
    </message>
</context>
<context>
    <name>fovea::VolumeWidget</name>
    <message>
        <source>3D view</source>
        <translation>三维视图</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL 3.2, which is missing here.</source>
        <translation>三维视图需要 OpenGL 3.2，当前环境不支持。</translation>
    </message>
</context>
<context>
    <name>fovea::WayTable</name>
    <message>
        <source>What each way would take</source>
        <translation>各种方式所需资源</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>用时（约）</translation>
    </message>
    <message>
        <source>Memory, at most</source>
        <translation>内存（最多）</translation>
    </message>
    <message>
        <source>Disk, about</source>
        <translation>磁盘（约）</translation>
    </message>
    <message>
        <source>What it can change</source>
        <translation>可改动的内容</translation>
    </message>
    <message>
        <source>Known once one of the studies was analyzed on this machine.</source>
        <translation>在本机分析过其中一项检查后方可得知。</translation>
    </message>
    <message>
        <source>%1: too much</source>
        <translation>%1：过多</translation>
    </message>
</context>
<context>
    <name>fovea::WindowLevelBox</name>
    <message>
        <source>Window width, HU</source>
        <translation>窗宽 (HU)</translation>
    </message>
    <message>
        <source>Window level, HU</source>
        <translation>窗位 (HU)</translation>
    </message>
    <message>
        <source>W</source>
        <extracomment>Window width, as in the corner of the images.</extracomment>
        <translation>窗宽</translation>
    </message>
    <message>
        <source>L</source>
        <extracomment>Window level, as in the corner of the images.</extracomment>
        <translation>窗位</translation>
    </message>
</context>
</TS>
